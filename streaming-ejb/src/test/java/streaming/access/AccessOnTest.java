package streaming.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import streaming.TestDatabase;
import streaming.caller.SignedIn;
import streaming.shared.ServerSecretOnTest;
import streaming.signin.KnownSignIns;

/** Who may watch, put together by hand on the test database. */
public final class AccessOnTest {

    public final Watching watching = new Watching();
    public final Playback playback = new Playback();
    public final AccessConfig config = new AccessConfig();
    private final Map<UUID, SignedIn> signedIn = new HashMap<>();

    public AccessOnTest(TestDatabase database, Clock clock) {
        watching.dataSource = database.dataSource();
        watching.clock = clock;
        config.sessions = 2;
        config.seconds = 3600;
        var sessions = new WatchSessions();
        sessions.dataSource = database.dataSource();
        sessions.config = config;
        sessions.clock = clock;
        playback.watching = watching;
        playback.sessions = sessions;
        playback.secret = ServerSecretOnTest.of(32, (byte) 3);
        playback.config = config;
        playback.clock = clock;
        playback.signIns = new KnownSignIns() {
            @Override
            public Optional<SignedIn> stillSignedIn(SignedIn who) {
                return Optional.ofNullable(signedIn.get(who.signIn()));
            }
        };
    }

    /** From now on, this is who the sign-in is. */
    public SignedIn signIn(SignedIn who) {
        signedIn.put(who.signIn(), who);
        return who;
    }

    /** Signed out, or shut out. */
    public void signOut(SignedIn who) {
        signedIn.remove(who.signIn());
    }
}
