package streaming.factor;

import java.util.List;
import streaming.shared.Problem;

public final class WrongCode extends Problem {

    private static final String MESSAGE = "This code is wrong, too old, or used already: wait for the next one.";

    public WrongCode() {
        super(Kind.UNAUTHENTICATED, MESSAGE, List.of(new FieldError("code", MESSAGE)));
    }
}
