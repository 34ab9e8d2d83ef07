package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/benw", "/admin/channels", "/settings?done=key", "/a//b", "/search?q=%2F%2Fevil"})
    void keepsPathsOnThisSite(String path) {
        assertThat(LocalPath.orHome(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "benw",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/a\\b",
                "/a\r\nSet-Cookie: x=y",
                " /benw",
                "javascript:alert(1)"
            })
    void leadsHomeFromWhatABrowserMayReadAsAnotherSite(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(LocalPath.HOME);
    }

    @Test
    void comesBackAfterSignIn() {
        assertThat(LocalPath.orHome("/admin/").afterSignIn()).isEqualTo("/login?next=/admin/");
        assertThat(LocalPath.orHome("/a?b=c&d").afterSignIn()).isEqualTo("/login?next=/a%3Fb%3Dc%26d");
    }
}
