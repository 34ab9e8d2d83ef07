package streaming.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

    final Hosts hosts = new Hosts();

    @Test
    void answersToAnyNameUnlessToldOtherwise() {
        hosts.names = Optional::empty;

        assertThat(hosts.isOurs("anything.example")).isTrue();
        assertThat(hosts.isOurs(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "live.example, true",
        "LIVE.example:8080, true",
        "dev.example:8080, true",
        "dev.example, false",
        "dev.example:9090, false",
        "live.example.evil, false",
        "evil-live.example, false",
        "live.example:80@evil, false",
        "[::1]:8080, true",
        "'', false",
        ", false",
    })
    void answersToItsNamesOnly(String host, boolean ours) {
        hosts.names = () -> Optional.of("Live.example, dev.example:8080,[::1]");

        assertThat(hosts.isOurs(host)).isEqualTo(ours);
    }
}
