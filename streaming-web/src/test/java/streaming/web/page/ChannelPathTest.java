package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPathTest {

    @ParameterizedTest
    @CsvSource({"/benw,benw", "/Ben_W,ben_w", "/abc/,abc", "/0123456789012345678901234,0123456789012345678901234"})
    void findsTheNameInLowerCase(String path, String name) {
        assertThat(ChannelPath.nameIn(path)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ab",
                "/01234567890123456789012345",
                "/a-b-c",
                "/b%20nw",
                "/favicon.ico",
                "/api/channels",
                "/assets/site.css",
                "/benw/videos",
                "/jakarta.faces.resource/jquery/jquery.js.xhtml"
            })
    void leavesOtherPathsAlone(String path) {
        assertThat(ChannelPath.nameIn(path)).isEmpty();
    }
}
