package streaming.account;

/** Who is asking, as a token or a session proved it. */
public record SignedIn(long id, String username, boolean staff, boolean admin) {

    static SignedIn of(Account account) {
        return new SignedIn(account.id(), account.username(), account.isStaff(), account.isAdmin());
    }
}
