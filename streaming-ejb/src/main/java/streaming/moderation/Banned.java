package streaming.moderation;

/** An account was shut out. */
public record Banned(String username) {}
