package streaming.ws;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** What is live now, for the front page: it only listens, but for pings. */
@ServerEndpoint(value = "/live", subprotocols = "streaming.v1")
public class LobbyEndpoint {

    @Inject
    Connections connections;

    @Inject
    Lobby lobby;

    private Connection connection;

    @OnOpen
    public void open(Session session) {
        connection = connections.open(session);
        lobby.join(connection);
        connection.closeWhenGone();
    }

    @OnMessage
    public void receive(String part, boolean last) {
        connection.heard();
        if (last) {
            connection.trySend("{\"events\":[]}");
        }
    }

    @OnMessage
    public void receive(PongMessage pong) {
        connection.heard();
    }

    @OnClose
    public void close() {
        connections.forget(connection);
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
