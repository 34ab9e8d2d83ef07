package streaming.account;

/** The account has a new password: whoever knew the old one is out. */
public record PasswordChanged(long accountId) {}
