package streaming.ws;

import streaming.shared.Problem;

/** Addresses end up in logs and histories; a token must not. */
final class TokenInAddress extends Problem {
    TokenInAddress() {
        super(Kind.INVALID, "Send the token in the first message, never in the address.");
    }
}
