package streaming.factor;

import java.util.List;
import streaming.shared.Problem;

public final class SecondFactorRequired extends Problem {

    private static final String MESSAGE = "Send a code of your authenticator app, or a recovery code, as code.";

    public SecondFactorRequired() {
        super(Kind.UNAUTHENTICATED, MESSAGE, List.of(new FieldError("code", MESSAGE)));
    }
}
