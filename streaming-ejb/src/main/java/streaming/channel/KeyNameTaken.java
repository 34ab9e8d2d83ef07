package streaming.channel;

import streaming.shared.Problem;

public final class KeyNameTaken extends Problem {
    KeyNameTaken(String name) {
        super(
                Kind.CONFLICT,
                "Correct the fields named in errors and send it again.",
                java.util.List.of(new FieldError("name", "Another key is called %s already.".formatted(name))));
    }
}
