package streaming.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://site.example,         site.example,      true",
        "https://site.example:8443,   site.example:8443, true",
        "https://SITE.example,        site.example,      true",
        "https://evil.example,        site.example,      false",
        "https://site.example.evil,   site.example,      false",
        "null,                        site.example,      false",
        "https://site.example:8443,   site.example,      false",
        "http://user@site.example,    site.example,      false",
        "'http:// bad',               site.example,      false",
    })
    void aCookieCountsOnlyFromOurOwnPages(String origin, String host, boolean ours) {
        assertThat(SameOrigin.isOurs(origin, host)).isEqualTo(ours);
    }

    @Test
    void aRequestWithoutOriginIsNotOurs() {
        assertThat(SameOrigin.isOurs(null, "site.example")).isFalse();
        assertThat(SameOrigin.isOurs("http://site.example", null)).isFalse();
    }
}
