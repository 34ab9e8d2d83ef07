package streaming.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import streaming.access.VisibilityChanged;
import streaming.account.AccountDeleted;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelEdited;
import streaming.moderation.Banned;
import streaming.notification.UnreadChanged;

/**
 * What waits to go out on the topic, in order. It holds only what is committed, and what is lost with a killed node is
 * made good: lines are read again from the database by their numbers, live status and counts are told each second.
 */
@ApplicationScoped
public class Outbox {

    private static final int CAPACITY = 100_000;
    private static final int BATCH = 500;

    /**
     * A deque, because it waits one call deeper than a queue: Payara, as it starts, keeps for good the five innermost
     * calls of each thread for its monitoring, and with a class of ours among them its loader.
     */
    private final BlockingQueue<JsonObject> waiting = new LinkedBlockingDeque<>(CAPACITY);

    /** Adds a message; while the broker is away for long, the oldest make room. */
    public void publish(JsonObject message) {
        while (!waiting.offer(message)) {
            waiting.poll();
        }
    }

    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveChanged change) {
        var body = ChannelEvent.JSON.createObjectBuilder().add("type", "live").add("live", change.live());
        if (change.live()) {
            body.add("startedAt", change.startedAt().toString()).add("hlsUrl", change.hlsUrl());
        } else {
            body.addNull("startedAt");
        }
        if (change.resumeBy() != null) {
            body.add("resumeBy", change.resumeBy().toString());
        }
        publish(new ChannelEvent(change.channel(), body.build()).toJson());
    }

    /** What a channel says of its stream, its viewers see at once. */
    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelEdited edited) {
        publish(ChannelEvent.of(edited.channel()).toJson());
    }

    /** Who may watch has changed: open pages ask anew. */
    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisibilityChanged changed) {
        var body = ChannelEvent.JSON.createObjectBuilder().add("type", "access").build();
        publish(new ChannelEvent(changed.channel(), body).toJson());
    }

    /** A banned account writes no more, on any node. */
    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Banned banned) {
        publish(ChannelEvent.JSON
                .createObjectBuilder()
                .add("banned", banned.username())
                .build());
    }

    /** A deleted account writes no more, and its lines lose its name, on all nodes. */
    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        publish(ChannelEvent.JSON
                .createObjectBuilder()
                .add("deleted", deleted.username())
                .build());
    }

    /** All nodes look at what those have not read who are connected to them. */
    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) UnreadChanged change) {
        var body = ChannelEvent.JSON.createObjectBuilder();
        if (change.accountId() == null) {
            body.addNull("unread");
        } else {
            body.add("unread", change.accountId());
        }
        publish(body.build());
    }

    /** Waits up to a second for messages and takes those that are there; empty if none came. */
    public List<JsonObject> take() throws InterruptedException {
        var first = waiting.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return List.of();
        }
        var batch = new ArrayList<JsonObject>();
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        return batch;
    }
}
