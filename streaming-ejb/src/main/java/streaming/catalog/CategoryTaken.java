package streaming.catalog;

import streaming.shared.Problem;

public final class CategoryTaken extends Problem {
    CategoryTaken(String name) {
        super(Kind.CONFLICT, "There is a category %s already. Merge into it instead.".formatted(name));
    }
}
