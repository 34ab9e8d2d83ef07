package streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.shared.TestClock;

class DoctorKeysTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final DoctorKeys keys = new DoctorKeys();

    @BeforeEach
    void open() {
        keys.dataSource = database.dataSource();
        keys.clock = clock;
    }

    @Test
    void aKeyIsGoodOnceForItsNodeAndForAMinute() {
        var key = keys.make("local");

        assertThat(DoctorKeys.isOne(key.text())).isTrue();
        assertThat(keys.take(key, "other")).isEmpty();
        assertThat(keys.take(key, "local")).contains(DoctorKeys.stream(key));
        assertThat(keys.take(key, "local")).isEmpty();
        assertThat(DoctorKeys.stream(key)).doesNotContain(key.text().substring(7));
    }

    @Test
    void forgetsWhatNobodyUsed() {
        var key = keys.make("local");
        clock.advance(Duration.ofSeconds(61));

        assertThat(keys.take(key, "local")).isEmpty();
        keys.make("local");
        assertThat(database.count("select count(*) from doctor_keys where made_at < '%s'"
                        .formatted(clock.instant().minusSeconds(60))))
                .isZero();
    }
}
