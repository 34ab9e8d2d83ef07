package streaming.ingest;

import java.time.Clock;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.broadcast.DeadlinesOnTest;
import streaming.broadcast.Fence;
import streaming.channel.ChannelsOnTest;
import streaming.channel.IngestRules;

/** Encoders that come and go, on the test database. */
public final class IngestOnTest {

    private final Ingest ingest = new Ingest();
    private final TestDatabase database;
    private final ChannelsOnTest site;

    public IngestOnTest(TestDatabase database, Clock clock, ChannelsOnTest site) {
        this.database = database;
        this.site = site;
        ingest.dataSource = database.dataSource();
        ingest.changed = new RecordedEvents<>();
        ingest.deadlines = DeadlinesOnTest.deadlines(database, clock, ingest.changed);
        ingest.clock = clock;
    }

    /** Goes live, on a channel that does not wait for its encoder. */
    public void goLive(Account owner, Fence fence) {
        database.inTransaction(() ->
                site.channels.rule(ChannelsOnTest.signedIn(owner), owner.username(), new IngestRules(0, false, null)));
        ingest.publish(site.keyOf(owner), fence, null);
    }

    /** Loses its encoder, on a channel that waits for it. */
    public void interrupt(Account owner, Fence fence) {
        rule(owner, 30);
        ingest.done(fence);
    }

    /** Comes back to a broadcast that waits for it. */
    public void resume(Account owner, Fence fence) {
        ingest.publish(site.keyOf(owner), fence, null);
    }

    /** Ends its broadcast. */
    public void end(Account owner, Fence fence) {
        rule(owner, 0);
        ingest.done(fence);
    }

    public void done(Fence fence) {
        ingest.done(fence);
    }

    private void rule(Account owner, int graceSeconds) {
        database.inTransaction(() -> site.channels.rule(
                ChannelsOnTest.signedIn(owner), owner.username(), new IngestRules(graceSeconds, false, null)));
    }
}
