package streaming.ws;

import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import streaming.caller.Device;
import streaming.caller.SignedIn;

/**
 * One open WebSocket, and what it has not taken yet. Beyond a bound its frames are dropped, so that a slow client fills
 * no heap and slows nobody; when it has caught up it is told what it missed.
 */
final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    /** RFC 6455, section 5.5.2: every client answers a ping, also one that never says anything. */
    private static final Duration PING_AFTER = Duration.ofSeconds(30);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);
    private static final int MOST_FRAMES_IN_FLIGHT = 64;
    private static final int MOST_CHARACTERS_IN_FLIGHT = 1 << 20;

    private final Session session;
    private final String viewerId;
    private final boolean viewer;
    private final Device device;
    private final CompletionStage<Void> gone;
    private volatile long heardAt = System.nanoTime();
    private volatile long pingedAt = heardAt;
    private final AtomicInteger framesInFlight = new AtomicInteger();
    private final AtomicInteger charactersInFlight = new AtomicInteger();
    private volatile SignedIn account;
    private volatile boolean lagging;
    private volatile long seq;
    private volatile Runnable caughtUp = () -> {};

    Connection(Session session) {
        this.session = session;
        // Tyrus starts its clock at zero: a session whose time-out is set while that runs out is closed at once. It
        // would
        // also wind the clock with each frame that is sent, and so hold on to clients that are gone.
        session.setMaxIdleTimeout(-1);
        var visitor = (Visitor) session.getUserPrincipal();
        this.viewerId = visitor.viewerId();
        this.viewer = visitor.counted();
        this.device = visitor.device();
        this.gone = visitor.gone();
        this.account = visitor.account();
    }

    String id() {
        return session.getId();
    }

    String viewerId() {
        return viewerId;
    }

    /** Whether who is here counts as watching. */
    boolean isViewer() {
        return viewer;
    }

    Device device() {
        return device;
    }

    /** Who is signed in here; null if nobody. */
    SignedIn account() {
        return account;
    }

    void signIn(SignedIn who) {
        account = who;
    }

    void signOut() {
        account = null;
    }

    /** Has the session closed as soon as its client is gone, which may be now; the last thing to do at its opening. */
    void closeWhenGone() {
        gone.thenRun(() -> close(new CloseReason(CloseCodes.GOING_AWAY, "")));
    }

    /** Something came from the client, so it is there. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** Asks a client that has been silent for a while whether it is there, and closes when it has long not said so. */
    void checkAlive() {
        long now = System.nanoTime();
        if (now - heardAt > LONGEST_SILENCE.toNanos()) {
            close(new CloseReason(CloseCodes.GOING_AWAY, "Nothing came from you, not even pongs."));
        } else if (now - Math.max(heardAt, pingedAt) > PING_AFTER.toNanos()) {
            pingedAt = now;
            ping();
        }
    }

    private void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "A connection that closes is not pinged", e);
        }
    }

    private void close(CloseReason reason) {
        try {
            if (session.isOpen()) {
                session.close(reason);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "A connection was gone before it was closed", e);
        }
    }

    /** Closes it, because who is here may be here no more; a page asks anew then. */
    void shutOut() {
        trySend("{\"events\":[{\"type\":\"access\"}]}");
        close(new CloseReason(CloseCodes.VIOLATED_POLICY, "You may not watch this channel any more."));
    }

    /** What to do when a connection that was too slow has taken all it was sent. */
    void onCaughtUp(Runnable action) {
        caughtUp = action;
    }

    /** The number of the last line that was sent here. */
    long seq() {
        return seq;
    }

    /** Sends a frame that brings the viewer up to a line's number, or drops it where too much is in flight. */
    void send(String frame, long upToSeq) {
        if (trySend(frame)) {
            seq = upToSeq;
        }
    }

    /** Sends one event, or drops it where too much is in flight. */
    void send(JsonObject event) {
        trySend(Frames.of(event));
    }

    /** Sends a frame that has no line in it, or drops it where too much is in flight. */
    boolean trySend(String frame) {
        if (lagging
                || framesInFlight.get() >= MOST_FRAMES_IN_FLIGHT
                || charactersInFlight.get() >= MOST_CHARACTERS_IN_FLIGHT) {
            lagging = true;
            return false;
        }
        if (gone.toCompletableFuture().isDone() || !session.isOpen()) {
            return false;
        }
        framesInFlight.incrementAndGet();
        charactersInFlight.addAndGet(frame.length());
        session.getAsyncRemote().sendText(frame, result -> sent(frame.length()));
        return true;
    }

    private void sent(int characters) {
        charactersInFlight.addAndGet(-characters);
        if (framesInFlight.decrementAndGet() == 0 && lagging) {
            lagging = false;
            caughtUp.run();
        }
    }
}
