package streaming.signin;

import streaming.shared.Problem;

public final class SecondStepOver extends Problem {
    public SecondStepOver() {
        super(Kind.UNAUTHENTICATED, "That took too long, or too many codes were wrong: sign in again.");
    }
}
