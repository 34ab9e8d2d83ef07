package streaming.restream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import streaming.encode.Program;
import streaming.encode.StreamInput;

class TargetTest {

    private static final int OWN_PORT = 1935;
    private static final StreamInput INPUT =
            new StreamInput(URI.create("rtmp://127.0.0.1:1935"), "hls", "ada", "the-word");

    @Test
    void keepsKeyAndWordOffTheCommandLine() throws Program.NotNow {
        var program = program("rtmp://127.0.0.1:1936/live", true).orElseThrow();

        assertThat(program.command()).contains("-c", "copy").endsWith("-f", "flv", "rtmp://127.0.0.1:1936/");
        assertThat(program.toString()).doesNotContain("the-key", "the-word");
        assertThat(program.secrets()).containsExactlyInAnyOrder("the-key", "the-word");
        assertThat(program.files().get("target.preset"))
                .contains("rtmp_app=live\n", "rtmp_tcurl=rtmp://127.0.0.1:1936/live\n", "rtmp_playpath=the-key\n");
    }

    @Test
    void goesByNameWhereTheServerProvesIt() throws Program.NotNow {
        var program = program("rtmps://localhost/live", true).orElseThrow();

        assertThat(program.command()).contains("-tls_verify", "1").endsWith("rtmps://localhost:443/");
    }

    @Test
    void looksTheNameUpBeforeEachStart() {
        assertThatThrownBy(() -> program("rtmp://127.0.0.1:1936/live", false))
                .hasMessage("The address leads into a private network.");
        assertThatThrownBy(() -> program("rtmp://127.0.0.1:1935/app", true))
                .hasMessage("The address is this site's own.");
        assertThatThrownBy(() -> program("rtmp://no-such-host.invalid/app", true))
                .hasMessage("There is no server of this name.");
    }

    @Test
    void holdsUpNobodyMeanwhile() throws Program.NotNow {
        var waiting = new ArrayList<Runnable>();
        var target = new Target(TargetAddress.of("rtmp://127.0.0.1/live", true), true, 1, waiting::add);

        assertThat(target.program("ffmpeg", INPUT, "the-key")).isEmpty();
        assertThat(target.program("ffmpeg", INPUT, "the-key")).isEmpty();
        assertThat(waiting).as("asked once").hasSize(1);
        List.copyOf(waiting).forEach(Runnable::run);
        assertThat(target.program("ffmpeg", INPUT, "the-key")).isPresent();
    }

    private static Optional<Program> program(String address, boolean privateNetwork) throws Program.NotNow {
        return new Target(TargetAddress.of(address, true), privateNetwork, OWN_PORT, Runnable::run)
                .program("ffmpeg", INPUT, "the-key");
    }
}
