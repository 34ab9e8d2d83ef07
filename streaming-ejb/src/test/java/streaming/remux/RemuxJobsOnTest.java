package streaming.remux;

import java.time.Clock;
import java.time.Duration;
import streaming.TestDatabase;

/** A node that remuxes, on the test database. */
public final class RemuxJobsOnTest {

    private final RemuxJobs jobs = new RemuxJobs();
    private RemuxJob before;
    private RemuxJob job;

    public RemuxJobsOnTest(TestDatabase database, Clock clock) {
        jobs.dataSource = database.dataSource();
        jobs.clock = clock;
    }

    /** How many files the recording has that it gets; null where it gets none. */
    public Integer claim() {
        var claimed = jobs.claim();
        claimed.ifPresent(got -> {
            before = job;
            job = got;
        });
        return claimed.map(got -> got.files().size()).orElse(null);
    }

    public void ready(long bytes) {
        jobs.ready(job, new Remux.Result(Duration.ofSeconds(60), bytes, 1, true));
    }

    public void fail(String reason) {
        jobs.failed(job, reason);
    }

    /** Whether who had the recording before may go on with it. */
    public boolean oldRenews() {
        return jobs.renew(before, 50);
    }
}
