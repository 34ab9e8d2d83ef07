package streaming.ingest;

/** Somebody publishes with a key that is in use from another address; {@code takesOver} where the channel lets them. */
public record SecondAddress(String channel, String key, boolean takesOver) {}
