package streaming.credential;

import java.util.List;
import streaming.shared.Problem;

public final class WrongPassword extends Problem {
    private static final String MESSAGE = "This is not your password.";

    /** The field it stands in. */
    WrongPassword(String field) {
        super(Kind.FORBIDDEN, MESSAGE, List.of(new FieldError(field, MESSAGE)));
    }
}
