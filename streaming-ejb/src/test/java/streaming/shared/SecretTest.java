package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void isNeverTheSameTwice() {
        assertThat(Stream.generate(Secret::random).limit(1_000).map(Secret::text))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void hashesBySha256() { // the vector of FIPS 180-2, appendix B.1
        assertThat(HexFormat.of().formatHex(new Secret("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void doesNotTellItselfToALog() {
        assertThat("It is " + new Secret("tell-nobody")).doesNotContain("tell-nobody");
    }
}
