package streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedFileTest {

    @Test
    void readsWhatNginxListsAndLeavesOutWhatIsNotTheRecorders() {
        var files = RecordedFile.listed("""
                [
                { "name":"..", "type":"directory", "mtime":"Sat, 21 Nov 2026 22:24:06 GMT" },
                { "name":"temp", "type":"directory", "mtime":"Sat, 21 Nov 2026 22:24:06 GMT" },
                { "name":"ada_1-1795299843.txt", "type":"file", "mtime":"Sat, 21 Nov 2026 22:24:06 GMT", "size":1 },
                { "name":"ada_1-1795299843.flv", "type":"file", "mtime":"Sat, 21 Nov 2026 22:24:06 GMT", "size":658908 }
                ]""");

        assertThat(files)
                .containsExactly(new RecordedFile(
                        "ada_1-1795299843.flv",
                        "ada_1",
                        Instant.ofEpochSecond(1_795_299_843L),
                        Instant.parse("2026-11-21T22:24:06Z"),
                        658_908));
    }

    @Test
    void refusesAListThatIsCutOff() {
        assertThatThrownBy(() -> RecordedFile.listed("[{ \"name\":\"ada-17952")).isInstanceOf(JsonException.class);
    }

    @Test
    void noticesAConnectionThatBrokeBeforeTheEnd() throws IOException {
        assertThat(new WholeFile(new ByteArrayInputStream(new byte[5]), 5).readAllBytes())
                .hasSize(5);
        assertThatThrownBy(() -> new WholeFile(new ByteArrayInputStream(new byte[5]), 6).readAllBytes())
                .isInstanceOf(IOException.class);
    }
}
