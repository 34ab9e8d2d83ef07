package streaming.ingest;

import java.time.Clock;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.broadcast.Fence;
import streaming.broadcast.InterruptionsOnTest;
import streaming.channel.ChannelsOnTest;

/** Encoders that come and go, on the test database. */
public final class IngestOnTest {

    private final Ingest ingest = new Ingest();
    private final ChannelsOnTest site;

    public IngestOnTest(TestDatabase database, Clock clock, ChannelsOnTest site) {
        this.site = site;
        ingest.dataSource = database.dataSource();
        ingest.changed = new RecordedEvents<>();
        ingest.interruptions = InterruptionsOnTest.interruptions(database, clock, ingest.changed);
        ingest.clock = clock;
    }

    public void goLive(Account owner, Fence fence) {
        ingest.publish(site.keyOf(owner), fence, null);
    }

    public void done(Fence fence) {
        ingest.done(fence);
    }
}
