package streaming.catalog;

import streaming.shared.Problem;

public final class NoSuchCategory extends Problem {
    NoSuchCategory(String slug) {
        super(Kind.NOT_FOUND, "There is no category %s.".formatted(slug));
    }
}
