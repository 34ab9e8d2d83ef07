package streaming.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;

class PlaylistAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/live/ada/index.m3u8",
                "http://cdn.example.org/a.m3u8",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https:///a.m3u8",
                "https://user:secret@cdn.example.org/a.m3u8",
                "https://cdn.example.org/a.m3u8#t=3",
                "https://cdn.example.org/a b.m3u8",
                "https://cdn.example.org;script-src/a.m3u8",
                "https://*/a.m3u8",
                "https://[::1]/a.m3u8",
                "https://cdn.example.org:99999/a.m3u8",
                "https://cdn.example.org/ü.m3u8"
            })
    void refusesWhatNoPageMayLoad(String address) {
        assertThatThrownBy(() -> PlaylistAddress.of(address, false)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        var address = "https://cdn.example.org/" + "a".repeat(PlaylistAddress.LONGEST);

        assertThatThrownBy(() -> PlaylistAddress.of(address, false)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void takesPlainHttpWhereTheSiteDoes() {
        assertThat(PlaylistAddress.of(" http://127.0.0.1:9000/a.m3u8 ", true).text())
                .isEqualTo("http://127.0.0.1:9000/a.m3u8");
    }

    @Test
    void hasTheOriginThatThePageMayAsk() {
        assertThat(PlaylistAddress.originOf("https://cdn.example.org:8443/a/b.m3u8?c=d"))
                .isEqualTo("https://cdn.example.org:8443");
        assertThat(PlaylistAddress.originOf("/live/ada/index.m3u8")).isNull();
    }
}
