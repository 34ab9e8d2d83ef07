package streaming.account;

import java.util.Optional;
import streaming.shared.Problem;

public final class SignUpClosed extends Problem {
    SignUpClosed(Optional<String> contact) {
        super(
                Kind.FORBIDDEN,
                "Nobody can sign up here by themselves. "
                        + contact.map(address -> "To get an account: %s.".formatted(address))
                                .orElse("Ask the people who run this site for an account."));
    }
}
