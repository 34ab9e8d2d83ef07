package streaming.oidc;

import streaming.shared.Problem;

public final class ProviderFailed extends Problem {

    private static final int LONGEST = 300;

    private final String reason;

    ProviderFailed(String provider, String reason) {
        super(
                Kind.UPSTREAM,
                "%s could not tell us who you are. Try again in a minute, or sign in another way.".formatted(provider));
        this.reason = reason.replaceAll("\\p{Cntrl}", " ");
    }

    /** What went wrong, for the operator: it may have the provider's own words in it, and never a secret. */
    public String reason() {
        return reason.substring(0, Math.min(reason.length(), LONGEST));
    }
}
