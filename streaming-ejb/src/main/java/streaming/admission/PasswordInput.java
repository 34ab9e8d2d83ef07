package streaming.admission;

/** What a player needs to get in; null where it needs no password. */
public record PasswordInput(String password) {}
