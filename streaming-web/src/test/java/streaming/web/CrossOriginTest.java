package streaming.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrossOriginTest {

    private static final List<String> LISTED = List.of("https://app.example", " https://other.example:8443");

    @Test
    void allowsTheOriginsThatAreListed() {
        assertThat(CrossOrigin.allowed(LISTED, "https://app.example")).contains("https://app.example");
        assertThat(CrossOrigin.allowed(LISTED, "https://other.example:8443")).contains("https://other.example:8443");
    }

    @Test
    void allowsNoOther() {
        assertThat(CrossOrigin.allowed(LISTED, "http://app.example")).isEmpty();
        assertThat(CrossOrigin.allowed(LISTED, "https://app.example.evil")).isEmpty();
        assertThat(CrossOrigin.allowed(LISTED, "null")).isEmpty();
        assertThat(CrossOrigin.allowed(LISTED, null)).isEmpty();
    }

    @Test
    void allowsAnyWithoutNamingIt() {
        assertThat(CrossOrigin.allowed(List.of("*"), "https://app.example")).contains("*");
    }
}
