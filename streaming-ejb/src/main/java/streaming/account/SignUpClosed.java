package streaming.account;

import streaming.shared.Problem;

public final class SignUpClosed extends Problem {
    SignUpClosed(String contact) {
        super(Kind.FORBIDDEN, "Nobody can sign up here by themselves. " + contact);
    }
}
