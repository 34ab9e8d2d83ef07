package streaming.ws;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import streaming.caller.SignInRequired;
import streaming.shared.Problem;
import streaming.signin.KnownSignIns;

/**
 * How much somebody has not read, on every page of theirs. A browser is signed in by its cookie, a program by its first
 * message; who is not, hears nothing.
 */
@ServerEndpoint(value = "/notifications", subprotocols = "streaming.v1")
public class BellEndpoint {

    @Inject
    Connections connections;

    @Inject
    Bells bells;

    @Inject
    KnownSignIns signIns;

    private Connection connection;
    private final StringBuilder partial = new StringBuilder();

    @OnOpen
    public void open(Session session) {
        connection = connections.open(session);
        if (connection.account() != null) {
            bells.join(connection);
        }
        connection.closeWhenGone();
    }

    @OnMessage
    public void receive(String part, boolean last) {
        connection.heard();
        if (partial.length() <= ClientFrame.LONGEST) {
            partial.append(part);
        }
        if (last) {
            var frame = partial.toString();
            partial.setLength(0);
            answer(frame);
        }
    }

    @OnMessage
    public void receive(PongMessage pong) {
        connection.heard();
    }

    @OnClose
    public void close() {
        connections.forget(connection);
        bells.leave(connection);
    }

    /** What breaks a connection is the network's; the close that follows says all there is to say. */
    @OnError
    public void error(Throwable fault) throws Throwable {
        if (!(fault instanceof java.io.IOException)) {
            throw fault;
        }
    }

    private void answer(String text) {
        try {
            if (text.length() > ClientFrame.LONGEST) {
                throw new BadFrame("A frame has at most %d characters.".formatted(ClientFrame.LONGEST));
            }
            var frame = ClientFrame.of(text);
            switch (String.valueOf(frame.type())) {
                case "auth" -> signIn(frame);
                case "ping" -> connection.trySend("{\"events\":[]}");
                default -> throw new BadFrame("The types are auth and ping.");
            }
        } catch (Problem refusal) {
            connection.send(Frames.error(refusal, null));
        }
    }

    private void signIn(ClientFrame frame) {
        var who = signIns.findByToken(String.valueOf(frame.token()), connection.device());
        connection.signIn(who.orElseThrow(SignInRequired::new));
        bells.join(connection);
    }
}
