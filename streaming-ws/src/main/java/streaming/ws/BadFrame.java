package streaming.ws;

import streaming.shared.Problem;

/** A frame that is none of the contract's. */
final class BadFrame extends Problem {
    BadFrame(String message) {
        super(Kind.INVALID, message);
    }
}
