package streaming.catalog;

/** A tag, with how many channels have it and how many of them are live. */
public record TagJson(String name, long channels, long live) {}
