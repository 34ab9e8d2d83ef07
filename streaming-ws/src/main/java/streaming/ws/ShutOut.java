package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Optional;
import streaming.access.Viewer;
import streaming.access.Watching;
import streaming.caller.Scope;
import streaming.signin.KnownSignIns;

/**
 * Shows those out of the rooms who may no longer watch. What ends a viewer's leave is of many kinds, and time is one; so
 * all are asked about, by one statement a channel that is not for everybody.
 */
@ApplicationScoped
public class ShutOut {

    @Inject
    Rooms rooms;

    @Inject
    Watching watching;

    @Inject
    KnownSignIns signIns;

    void round() {
        var channels = rooms.channels();
        if (!channels.isEmpty()) {
            watching.findProtected(channels).forEach(this::round);
        }
    }

    private void round(String channel) {
        var viewers = new HashMap<Connection, Viewer>();
        rooms.presentIn(channel).forEach(connection -> viewers.put(connection, viewer(connection)));
        var refused = watching.refused(viewers.values(), channel);
        viewers.forEach((connection, viewer) -> {
            if (refused.contains(viewer)) {
                connection.shutOut();
            }
        });
    }

    private Viewer viewer(Connection connection) {
        var account = Optional.ofNullable(connection.account())
                .flatMap(signIns::stillSignedIn)
                .filter(who -> who.may(Scope.CHANNEL_READ));
        return Viewer.of(account, Optional.of(connection.viewerId()));
    }
}
