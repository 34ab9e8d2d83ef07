package streaming.sso;

import streaming.shared.Problem;

public final class NoSuchConnection extends Problem {
    NoSuchConnection() {
        super(Kind.NOT_FOUND, "Your account has no such connection.");
    }
}
