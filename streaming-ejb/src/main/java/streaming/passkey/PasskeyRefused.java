package streaming.passkey;

import streaming.shared.Problem;

/** One answer for all that can be wrong with a passkey's; the reason is for the audit log alone. */
public final class PasskeyRefused extends Problem {

    private final String reason;

    PasskeyRefused(String reason) {
        super(Kind.UNAUTHENTICATED, "The passkey was not accepted: try again.");
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
