package streaming.account;

import java.util.List;
import streaming.shared.Problem;

public final class EmailTaken extends Problem {
    EmailTaken() {
        super(
                Kind.CONFLICT,
                "There is an account with this address: sign in, or use another address.",
                List.of(new FieldError(
                        "email", "There is an account with this address: sign in, or use another address.")));
    }
}
