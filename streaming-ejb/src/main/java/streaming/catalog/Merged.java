package streaming.catalog;

import java.util.Map;

/** What categories, by their slugs, and tags were merged into. */
public record Merged(Map<String, String> categories, Map<String, String> tags) {

    /** The slug itself, or of what the category was merged into; null for null. */
    public String category(String slug) {
        return slug == null ? null : categories.getOrDefault(slug, slug);
    }

    /** The tag itself, or what it was merged into; null for null. */
    public String tag(String name) {
        return name == null ? null : tags.getOrDefault(name, name);
    }
}
