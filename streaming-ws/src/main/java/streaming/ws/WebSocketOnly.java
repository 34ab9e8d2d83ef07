package streaming.ws;

import streaming.shared.Problem;

/** A plain request where only a handshake of RFC 6455 makes sense. */
final class WebSocketOnly extends Problem {
    WebSocketOnly() {
        super(Kind.INVALID, "Connect with a WebSocket client, subprotocol streaming.v1.");
    }
}
