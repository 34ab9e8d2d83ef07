package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All WebSockets that are open on this node. */
@ApplicationScoped
public class Connections {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Connection open(Session session) {
        var connection = new Connection(session);
        open.add(connection);
        return connection;
    }

    void forget(Connection connection) {
        open.remove(connection);
    }

    /** Finds out who is gone without a word: a telephone out of reach sends no close. */
    void checkAlive() {
        open.forEach(Connection::checkAlive);
    }
}
