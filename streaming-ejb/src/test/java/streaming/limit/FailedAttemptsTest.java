package streaming.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.caller.Caller;
import streaming.shared.TestClock;

class FailedAttemptsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final FailedAttempts attempts = LimitsOnTest.attempts(database, clock, new Caller());

    @Test
    void delaysAfterTenInTenMinutesTwiceAsLongEachTimeUpToABound() {
        fail(10);

        assertThat(delay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(delayAfterNextFailure()).isEqualTo(Duration.ofMinutes(1));
        assertThat(delayAfterNextFailure()).isEqualTo(Duration.ofMinutes(2));
        assertThat(delayAfterNextFailure()).isEqualTo(Duration.ofMinutes(4));
        for (int i = 0; i < 30; i++) {
            assertThat(delayAfterNextFailure()).isEqualTo(FailedAttempts.LONGEST);
        }
    }

    @Test
    void isPatientWithThoseWhoAreSlow() {
        for (int i = 0; i < 4; i++) {
            fail(9);
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void forgetsWhatIsProvedAndWhatIsOver() {
        fail(10);
        attempts.forget("ada");
        assertThat(delay()).isEqualTo(Duration.ZERO);

        fail(10);
        clock.advance(Duration.ofMinutes(12));
        assertThat(delay()).isEqualTo(Duration.ZERO);
        fail(9);
        assertThat(delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void delaysOneSubjectOnly() {
        fail(10);

        attempts.check("grace");
    }

    @Test
    void letsOneThroughWhenManyWaited() {
        fail(10);
        clock.advance(Duration.ofSeconds(30));
        var through = new AtomicInteger();

        IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    attempts.check("ada");
                    through.incrementAndGet();
                }))
                .toList()
                .forEach(one -> one.exceptionally(refused -> null).join());

        assertThat(through).hasValue(1);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.check("ada");
            attempts.failed("ada", null);
        }
    }

    private Duration delayAfterNextFailure() {
        clock.advance(delay());
        fail(1);
        return delay();
    }

    private Duration delay() {
        var refusal = catchThrowableOfType(TooManyFailures.class, () -> attempts.check("ada"));
        return refusal == null ? Duration.ZERO : refusal.retryAfter().orElseThrow();
    }
}
