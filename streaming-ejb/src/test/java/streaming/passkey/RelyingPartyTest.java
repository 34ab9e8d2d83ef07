package streaming.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RelyingPartyTest {

    private static final URI SITE = URI.create("https://live.example/");

    @Test
    void isTheConfiguredHostAlsoOnHostsBeneathIt() {
        assertThat(RelyingParty.of(SITE, "https://live.example").id()).isEqualTo("live.example");
        assertThat(RelyingParty.of(SITE, "https://eu.live.example:8443").id()).isEqualTo("live.example");
    }

    @Test
    void isTheHostItselfWhereNothingElseIsKnown() {
        assertThat(RelyingParty.of(SITE, "http://localhost:8080").id()).isEqualTo("localhost");
        assertThat(RelyingParty.of(SITE, "https://notlive.example").id()).isEqualTo("notlive.example");
        assertThat(RelyingParty.of(null, "http://localhost:8080"))
                .isEqualTo(new RelyingParty("localhost", "http://localhost:8080"));
    }
}
