package streaming.catalog;

import streaming.shared.Problem;

public final class NoSuchTag extends Problem {
    NoSuchTag(String name) {
        super(Kind.NOT_FOUND, "There is no tag %s.".formatted(name));
    }
}
