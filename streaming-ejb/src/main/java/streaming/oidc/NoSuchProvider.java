package streaming.oidc;

import streaming.shared.Problem;

public final class NoSuchProvider extends Problem {
    NoSuchProvider(String name) {
        super(Kind.NOT_FOUND, "There is no sign-in with %s here.".formatted(name));
    }
}
