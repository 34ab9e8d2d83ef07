package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import streaming.notification.Notifications;

/**
 * The bells in the headers of those who are signed in. What changed is asked for once a second, by one statement for all
 * who are connected here, so a channel with many followers costs a node no more than one with few.
 */
@ApplicationScoped
public class Bells {

    /** Every so many times all are asked for: an event may get lost with a node. */
    private static final int ALL_EVERY = 30;

    @Inject
    Notifications notifications;

    private final Map<Connection, Long> accounts = new ConcurrentHashMap<>();
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean all;
    private int rings;

    /** Takes somebody who is signed in; they hear how many they have not read. */
    void join(Connection connection) {
        long account = connection.account().id();
        connection.onCaughtUp(() -> askFor(account));
        accounts.put(connection, account);
        var unread = notifications.unread(Set.of(account));
        connection.send(Frames.unread(unread.getOrDefault(account, 0)));
    }

    void leave(Connection connection) {
        accounts.remove(connection);
    }

    /** Somebody is shut out, or gone: they hear nothing any more. */
    void signOut(String username) {
        accounts.keySet().removeIf(connection -> connection.account().username().equals(username));
    }

    void askFor(long account) {
        asked.add(account);
    }

    void askForAll() {
        all = true;
    }

    /** Tells those whom something may have changed for; only Pulse's thread calls it. */
    void ring() {
        var changed = changed();
        changed.retainAll(accounts.values());
        if (changed.isEmpty()) {
            return;
        }
        var unread = notifications.unread(changed);
        accounts.forEach((connection, account) -> {
            if (changed.contains(account)) {
                connection.send(Frames.unread(unread.getOrDefault(account, 0)));
            }
        });
    }

    private Set<Long> changed() {
        var everybody = all || ++rings % ALL_EVERY == 0;
        all = false;
        if (everybody) {
            asked.clear();
            return new HashSet<>(accounts.values());
        }
        var some = asked.stream().collect(Collectors.toSet());
        asked.removeAll(some);
        return some;
    }
}
