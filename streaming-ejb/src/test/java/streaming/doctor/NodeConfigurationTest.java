package streaming.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeConfigurationTest {

    String ours;

    @BeforeEach
    void read() throws IOException {
        ours = Files.readString(Path.of("../nginx/nginx.conf.template"));
    }

    @Test
    void findsNothingWrongWithOurOwn() {
        assertThat(new NodeConfiguration(ours).findings())
                .allSatisfy(finding ->
                        assertThat(finding.good()).as(finding.toString()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drop_idle_publisher", "access_log off", "on_publish_done", "ping_timeout", "worker_processes 1"
            })
    void missesWhatIsNotThere(String directive) {
        var without = ours.replace(directive, "# " + directive);

        assertThat(new NodeConfiguration(without).findings().get(0)).satisfies(finding -> {
            assertThat(finding.good()).isFalse();
            assertThat(finding.found()).contains(directive);
            assertThat(finding.remedy()).contains("nginx-conf");
        });
    }

    @Test
    void warnsOfALogThatHoldsKeys() {
        assertThat(new NodeConfiguration(ours.replace("nginx.log\" warn", "nginx.log\" info")).findings())
                .filteredOn(finding -> !finding.good())
                .extracting(Finding::check)
                .containsExactly("log level");
    }

    @Test
    void warnsOfKeysThatAreServed() {
        var inside = "hls_path \"/var/hls\"; hls_key_path \"/var/hls/keys\";";
        var beside = "hls_path \"/var/hls\"; hls_key_path /var/hls-keys/;";

        assertThat(new NodeConfiguration(inside).findings().get(2).good()).isFalse();
        assertThat(new NodeConfiguration(beside).findings().get(2).good()).isTrue();
    }
}
