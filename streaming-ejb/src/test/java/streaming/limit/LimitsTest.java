package streaming.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.shared.TestClock;

class LimitsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final LimitsOnTest settings = new LimitsOnTest();
    final Limits limits = settings.limitsOn(database, clock, new Caller());

    @Test
    void letsSoManyThroughAndSaysWhenTheNextMayCome() {
        settings.set(Limit.SIGN_UP, "3/1m");
        take(3);

        var refusal = refusal("ada");

        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(20));
        assertThat(refusal).hasMessageContaining("20 seconds");
        limits.check(Limit.SIGN_UP, "grace");
        limits.check(Limit.SIGN_IN, "ada");
        clock.advance(Duration.ofSeconds(19));
        assertThat(refusal("ada").retryAfter()).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        take(1);
        assertThat(refusal("ada")).isNotNull();
    }

    @Test
    void hasAllFreeAgainAfterTheWholeTime() {
        settings.set(Limit.SIGN_UP, "3/1m");
        take(3);

        clock.advance(Duration.ofMinutes(5));

        take(3);
        assertThat(refusal("ada")).isNotNull();
    }

    @Test
    void countsThoseWhoComeAtOnce() {
        settings.set(Limit.SIGN_UP, "10/1h");
        var through = new AtomicInteger();

        IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    limits.check(Limit.SIGN_UP, "ada");
                    through.incrementAndGet();
                }))
                .toList()
                .forEach(one -> one.exceptionally(refused -> null).join());

        assertThat(through).hasValue(10);
    }

    @Test
    void countsAnAddressOfIpv6ByItsSubscriber() {
        settings.set(Limit.SIGN_UP, "1/1h");
        limits.check(Limit.SIGN_UP, new Device("", "2001:db8:1:2::1"));

        assertThatThrownBy(() -> limits.check(Limit.SIGN_UP, new Device("", "2001:db8:1:2:ffff::9")))
                .isInstanceOf(TooManyRequests.class);
        limits.check(Limit.SIGN_UP, new Device("", "2001:db8:1:3::1"));
        limits.check(Limit.SIGN_UP, Device.UNKNOWN);
        limits.check(Limit.SIGN_UP, Device.UNKNOWN);
    }

    @Test
    void canBeSwitchedOff() {
        settings.set(Limit.SIGN_UP, "off");

        take(300);
    }

    @Test
    void notesAFloodOnce() {
        settings.set(Limit.SIGN_UP, "1/1h");
        var before = noted();
        take(1);

        refusal("ada");
        refusal("ada");

        assertThat(noted() - before).isEqualTo(1);
    }

    private long noted() {
        return database.count("select count(*) from audit_log where event = 'limit-reached' and detail = 'sign-up'");
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            limits.check(Limit.SIGN_UP, "ada");
        }
    }

    private TooManyRequests refusal(String key) {
        return catchThrowableOfType(TooManyRequests.class, () -> limits.check(Limit.SIGN_UP, key));
    }
}
