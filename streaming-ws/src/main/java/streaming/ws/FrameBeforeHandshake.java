package streaming.ws;

import streaming.shared.Problem;

/** RFC 6455, section 4.1: a client sends nothing before the answer. Tyrus would wait for itself, with one thread each. */
final class FrameBeforeHandshake extends Problem {
    FrameBeforeHandshake() {
        super(Kind.INVALID, "Wait for the answer to the handshake before you send frames.");
    }
}
