package streaming.account;

import java.util.List;
import streaming.shared.Problem;

public final class UsernameTaken extends Problem {
    UsernameTaken(String username) {
        super(
                Kind.CONFLICT,
                "The name %s is taken: choose another.".formatted(username),
                List.of(new FieldError("username", "The name %s is taken: choose another.".formatted(username))));
    }
}
