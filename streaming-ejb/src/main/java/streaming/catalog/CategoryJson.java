package streaming.catalog;

/** A category, with how many channels it has and how many of them are live. */
public record CategoryJson(String slug, String name, long channels, long live) {}
