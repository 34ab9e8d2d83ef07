package streaming.catalog;

/** Categories or tags were renamed, merged, hidden or shown: what channels are filed under reads otherwise now. */
public record CatalogChanged() {}
