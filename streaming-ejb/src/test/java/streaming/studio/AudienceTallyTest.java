package streaming.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AudienceTallyTest {

    final AudienceTally tally = new AudienceTally();

    @Test
    void countsWhoIsMissingAsNobody() {
        tally.add(Map.of("ada", 4, "grace", 1));
        tally.add(Map.of("ada", 2));

        assertThat(tally.take())
                .containsOnly(
                        entry("ada", new AudienceTally.Minute(3, 4)), entry("grace", new AudienceTally.Minute(0.5, 1)));
    }

    @Test
    void beginsAnewAfterEachMinute() {
        tally.add(Map.of("ada", 4));
        tally.take();

        tally.add(Map.of());

        assertThat(tally.take()).isEmpty();
    }
}
