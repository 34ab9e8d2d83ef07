package streaming.moderation;

/** An account was shut out: banned, or deactivated. */
public record Banned(String username) {}
