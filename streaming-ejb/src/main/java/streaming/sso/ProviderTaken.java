package streaming.sso;

import streaming.shared.Problem;

public final class ProviderTaken extends Problem {
    ProviderTaken(String provider) {
        super(
                Kind.CONFLICT,
                "Your account is connected with somebody else at %s. Disconnect that first.".formatted(provider));
    }
}
