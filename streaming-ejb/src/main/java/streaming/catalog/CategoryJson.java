package streaming.catalog;

/** A category, with how many channels it has, how many of them are live, and the address of its image, chosen or drawn. */
public record CategoryJson(String slug, String name, long channels, long live, String image) {}
