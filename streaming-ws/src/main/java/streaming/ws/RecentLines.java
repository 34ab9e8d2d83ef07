package streaming.ws;

import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import streaming.chat.ChatMessageJson;
import streaming.event.ChannelEvent;

/**
 * The last lines of a channel, in order and without a gap. Nodes write at the same time, so on the topic a line may
 * overtake the one before it, or one may be lost with a killed node: what is missing is read from the database.
 */
final class RecentLines {

    /** Reads the lines after a number from the database, oldest first, at most so many. */
    interface Source {
        List<JsonObject> after(long seq, int limit);
    }

    private static final int KEPT = 100;
    private static final int READ_AT_ONCE = 200;

    private final Source source;
    private final Deque<JsonObject> lines = new ArrayDeque<>(KEPT + 1);
    private long lastSeq;

    RecentLines(Collection<JsonObject> last, Source source) {
        this.source = source;
        last.forEach(this::append);
    }

    static long seq(JsonObject event) {
        return event.containsKey("seq") ? event.getJsonNumber("seq").longValue() : 0;
    }

    long lastSeq() {
        return lastSeq;
    }

    Collection<JsonObject> lines() {
        return lines;
    }

    /** Adds a line; gives what is new by it: nothing for one that is known, more than one where some were missing. */
    List<JsonObject> add(JsonObject line) {
        var added = new ArrayList<JsonObject>();
        while (seq(line) > lastSeq + 1) {
            var missing = source.after(lastSeq, READ_AT_ONCE);
            if (missing.isEmpty()) {
                break; // deleted since: the numbers are spent, the lines are gone
            }
            missing.forEach(this::append);
            added.addAll(missing);
        }
        if (seq(line) > lastSeq) {
            append(line);
            added.add(line);
        }
        return added;
    }

    /** Takes the name off somebody's lines. */
    void forget(String username) {
        var kept = List.copyOf(lines);
        lines.clear();
        kept.stream()
                .map(line -> line.getString("from", "").equals(username) ? withoutName(line) : line)
                .forEach(lines::addLast);
    }

    private static JsonObject withoutName(JsonObject line) {
        return ChannelEvent.JSON
                .createObjectBuilder(line)
                .add("from", ChatMessageJson.DELETED)
                .build();
    }

    private void append(JsonObject line) {
        lines.addLast(line);
        lastSeq = seq(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }
}
