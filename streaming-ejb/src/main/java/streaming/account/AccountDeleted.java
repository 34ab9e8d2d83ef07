package streaming.account;

/** An account goes, told while it is still there: what it does ends in the same transaction. Its channel bears its name. */
public record AccountDeleted(long id, String username, String email) {}
