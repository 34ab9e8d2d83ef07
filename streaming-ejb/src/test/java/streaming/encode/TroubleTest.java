package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ffmpeg 5.1 was seen to say. */
class TroubleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [tcp @ 0x1] Connection to tcp://10.0.0.1:1?tcp_nodelay=0 failed: Connection refused | Nothing listens at this address.
            rtmp://203.0.113.7:1935/: Input/output error | The server refused the stream: is the key right, and not in use?
            [tcp @ 0x1] Failed to resolve hostname x.invalid: Name or service not known | There is no server of this name.
            [rtmps @ 0x1] Cannot open connection tls://203.0.113.7:443 | The server's TLS certificate is not good, or it speaks no TLS.
            [tcp @ 0x1] Connection to tcp://203.0.113.7:1935 failed: Connection timed out | The server does not answer.
            av_interleaved_write_frame(): Broken pipe | The server broke off.
            /tmp/x/stream.ffconcat: Connection refused | The stream could not be read from its ingest node.
            Something else | ffmpeg ended with code 1.
            """)
    void isToldInPlainWords(String said, String words) {
        assertThat(Trouble.of(1, List.of(said))).isEqualTo(words);
    }
}
