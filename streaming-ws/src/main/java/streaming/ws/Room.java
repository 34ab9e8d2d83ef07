package streaming.ws;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import streaming.event.ChannelEvent;

/**
 * The viewers of one channel who are connected to this node. All that happens in it goes through its mailbox: everybody
 * sees one order, and what comes together goes out as one frame that is encoded once.
 */
final class Room {

    /** The database may be behind an event that has just come, so the board's word counts only after this. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** A line, as the session that said it gets it: with the client's own {@code ref}. */
    private record Answer(String origin, JsonObject line) {}

    private final long channelId;
    private final RecentLines recent;
    private final Mailbox<Runnable> mailbox = new Mailbox<>(Runnable::run, this::flush);
    private final Map<String, Integer> connectionsByViewer = new ConcurrentHashMap<>();
    private final Set<Connection> present = ConcurrentHashMap.newKeySet();

    // Below here, only what runs in the mailbox reads and writes.
    private final Set<Connection> members = new LinkedHashSet<>();
    private final List<JsonObject> outgoing = new ArrayList<>();
    private final Map<Long, Answer> answers = new HashMap<>();
    private OnAir onAir;
    private Instant liveToldAt = Instant.MIN;
    private int viewers;
    private ChannelEvent stream;

    Room(long channelId, ChannelEvent stream, RecentLines recent, OnAir onAir, int viewers) {
        this.channelId = channelId;
        this.stream = stream;
        this.recent = recent;
        this.onAir = onAir;
        this.viewers = viewers;
    }

    long channelId() {
        return channelId;
    }

    /** How many distinct viewers are connected here. */
    int audience() {
        return connectionsByViewer.size();
    }

    /** Who they are; it changes while they come and go. */
    Set<String> viewerIds() {
        return connectionsByViewer.keySet();
    }

    /** Counts a viewer who is about to join, unless it is somebody who only looks after the channel. */
    void admit(Connection connection) {
        present.add(connection);
        if (connection.isViewer()) {
            connectionsByViewer.merge(connection.viewerId(), 1, Integer::sum);
        }
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    /** All who are connected; they come and go. */
    Set<Connection> present() {
        return present;
    }

    /** Greets somebody who was admitted, with the last lines; from now on they get what happens. */
    void join(Connection connection) {
        connection.onCaughtUp(() -> mailbox.post(() -> catchUp(connection)));
        mailbox.post(() -> welcome(connection));
    }

    void leave(Connection connection) {
        present.remove(connection);
        if (connection.isViewer()) {
            connectionsByViewer.computeIfPresent(connection.viewerId(), (id, count) -> count == 1 ? null : count - 1);
        }
        mailbox.post(() -> members.remove(connection));
    }

    /** Tells one connection how things are, after it has signed in. */
    void greet(Connection connection) {
        mailbox.post(() -> connection.send(hello(connection)));
    }

    void signOut(String username) {
        mailbox.post(() -> members.stream()
                .filter(member ->
                        member.account() != null && member.account().username().equals(username))
                .forEach(Connection::signOut));
    }

    /** Somebody deleted their account: they write no more, and what they wrote is nobody's. */
    void forget(String username) {
        signOut(username);
        mailbox.post(() -> recent.forget(username));
    }

    /** Takes what any node published. */
    void receive(ChannelEvent event) {
        mailbox.post(() -> {
            switch (event.body().getString("type")) {
                case "chat" -> line(event);
                case "live" -> live(event.body());
                case "channel" -> {
                    stream = event;
                    outgoing.add(event.body());
                }
                default -> outgoing.add(event.body());
            }
        });
    }

    /** Takes what the database and the leases say now, and tells the viewers where it differs. */
    void refresh(OnAir nowOnAir, int nowViewers, Instant now) {
        mailbox.post(() -> {
            if (nowViewers != viewers) {
                viewers = nowViewers;
                outgoing.add(Frames.viewers(viewers));
            }
            var told = liveToldAt.isBefore(now.minus(SETTLING));
            if (told && (nowOnAir.isLive() != onAir.isLive() || nowOnAir.isInterrupted() != onAir.isInterrupted())) {
                onAir = nowOnAir;
                outgoing.add(Frames.liveChanged(onAir));
            }
        });
    }

    private void welcome(Connection connection) {
        flush(); // what came before is for those who were here before
        var first = new ArrayList<JsonObject>();
        first.add(hello(connection));
        first.addAll(recent.lines());
        connection.send(Frames.of(first), recent.lastSeq());
        members.add(connection);
    }

    private void catchUp(Connection connection) {
        var missed = new ArrayList<JsonObject>();
        if (connection.seq() < recent.lastSeq()) {
            missed.add(Frames.gap(connection.seq() + 1, recent.lastSeq()));
        }
        missed.add(Frames.liveChanged(onAir));
        missed.add(Frames.viewers(viewers));
        connection.send(Frames.of(missed), recent.lastSeq());
    }

    private JsonObject hello(Connection connection) {
        return Frames.hello(stream, onAir, viewers, recent.lastSeq(), connection.account());
    }

    private void line(ChannelEvent event) {
        var added = recent.add(event.body());
        outgoing.addAll(added);
        if (event.origin() != null && event.ref() != null && !added.isEmpty()) {
            var line = ChannelEvent.JSON
                    .createObjectBuilder(event.body())
                    .add("ref", event.ref())
                    .build();
            answers.put(RecentLines.seq(line), new Answer(event.origin(), line));
        }
    }

    private void live(JsonObject body) {
        onAir = OnAir.of(body);
        liveToldAt = Instant.now();
        outgoing.add(body);
    }

    private void flush() {
        if (outgoing.isEmpty()) {
            return;
        }
        var frame = Frames.of(outgoing);
        var origins = answers.values().stream().map(Answer::origin).collect(Collectors.toSet());
        for (var member : members) {
            member.send(origins.contains(member.id()) ? answer(member.id()) : frame, recent.lastSeq());
        }
        outgoing.clear();
        answers.clear();
    }

    private String answer(String origin) {
        return Frames.of(outgoing.stream()
                .map(event -> {
                    var answer = answers.get(RecentLines.seq(event));
                    return answer != null && answer.origin().equals(origin) ? answer.line() : event;
                })
                .toList());
    }
}
