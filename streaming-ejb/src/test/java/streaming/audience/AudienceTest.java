package streaming.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Audience audience = new Audience();

    @BeforeEach
    void noon() {
        itIs(NOON);
    }

    @Test
    void addsUpTheNodes() {
        audience.renew("a", new AudienceLease(Map.of("cooking", 2, "chess", 1), NOON.plusSeconds(3)));
        audience.renew("b", new AudienceLease(Map.of("cooking", 5), NOON.plusSeconds(3)));

        assertThat(audience.totals()).isEqualTo(Map.of("cooking", 7, "chess", 1));
        assertThat(audience.of("cooking")).isEqualTo(7);
    }

    @Test
    void takesANodesLastWord() {
        audience.renew("a", new AudienceLease(Map.of("cooking", 2), NOON.plusSeconds(3)));
        audience.renew("a", new AudienceLease(Map.of(), NOON.plusSeconds(3)));

        assertThat(audience.of("cooking")).isZero();
    }

    @Test
    void forgetsANodeThatDied() {
        audience.renew("a", new AudienceLease(Map.of("cooking", 2), NOON.plusSeconds(3)));

        itIs(NOON.plusSeconds(3));

        assertThat(audience.of("cooking")).isZero();
        assertThat(audience.totals()).isEmpty();
    }

    private void itIs(Instant now) {
        audience.clock = Clock.fixed(now, ZoneOffset.UTC);
    }
}
