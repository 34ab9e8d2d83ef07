package streaming.catalog;

/** A category or a tag, as staff see it. The key is a category's slug, a tag's name; a tag has no image. */
public record CatalogEntry(String key, String name, boolean hidden, long channels, String image) {}
