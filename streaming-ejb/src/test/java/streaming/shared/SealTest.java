package streaming.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] TEXT = "a stream key".getBytes(UTF_8);

    final Seal seal = SealOnTest.of(1);

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open("keys", seal.seal("keys", TEXT))).isEqualTo(TEXT);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(seal.seal("keys", TEXT)).isNotEqualTo(seal.seal("keys", TEXT));
    }

    @Test
    void refusesASealOfAnotherSecretOrPurpose() {
        var sealed = seal.seal("keys", TEXT);

        assertThatThrownBy(() -> SealOnTest.of(2).open("keys", sealed)).hasMessageContaining("streaming.secret");
        assertThatThrownBy(() -> seal.open("codes", sealed)).hasMessageContaining("streaming.secret");
    }

    @Test
    void opensWhatThePreviousSecretSealed() {
        var sealed = seal.seal("keys", TEXT);
        var renewed = SealOnTest.of(2);

        renewed.serverSecret.previouslyEncoded = Optional.of(seal.serverSecret.encoded);

        assertThat(renewed.open("keys", sealed)).isEqualTo(TEXT);
    }

    @Test
    void refusesASealThatWasTamperedWith() {
        var sealed = seal.seal("keys", TEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open("keys", sealed)).isInstanceOf(IllegalStateException.class);
    }
}
