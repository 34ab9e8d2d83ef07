package streaming.catalog;

import streaming.shared.Problem;

public final class TagTaken extends Problem {
    TagTaken(String name) {
        super(Kind.CONFLICT, "There is a tag %s already. Merge into it instead.".formatted(name));
    }
}
