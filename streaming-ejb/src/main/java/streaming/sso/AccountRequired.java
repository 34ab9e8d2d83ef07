package streaming.sso;

import streaming.shared.Problem;

public final class AccountRequired extends Problem {
    AccountRequired(String provider) {
        super(
                Kind.FORBIDDEN,
                "%s knows you, but you have no account here, and it makes none. Ask an admin of the site for one."
                        .formatted(provider));
    }
}
