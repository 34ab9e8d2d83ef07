package streaming.account;

/** There is a new account; what belongs to every account is made in the same transaction. */
public record SignedUp(Account account) {}
