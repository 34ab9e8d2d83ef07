package streaming.ws;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;

/** What is live now, for the front page: it only listens, but for pings. */
@ServerEndpoint(value = "/live", subprotocols = "streaming.v1")
public class LobbyEndpoint {

    private static final Duration IDLE = Duration.ofSeconds(90);

    @Inject
    Lobby lobby;

    private Connection connection;

    @OnOpen
    public void open(Session session) {
        session.setMaxIdleTimeout(IDLE.toMillis());
        connection = new Connection(session);
        lobby.join(connection);
    }

    @OnMessage
    public void receive(String part, boolean last) {
        if (last) {
            connection.trySend("{\"events\":[]}");
        }
    }

    @OnClose
    public void close() {
        lobby.leave(connection);
    }

    /** What breaks a connection is the network's; the close that follows says all there is to say. */
    @OnError
    public void error(Throwable fault) throws Throwable {
        if (!(fault instanceof java.io.IOException)) {
            throw fault;
        }
    }
}
