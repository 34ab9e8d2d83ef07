package streaming.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import streaming.shared.Secret;
import streaming.shared.ServerSecretOnTest;

class KeySealTest {

    /** A seal under a site secret that is this byte 32 times. */
    static KeySeal seal(int secretByte) {
        var seal = new KeySeal();
        seal.serverSecret = ServerSecretOnTest.of(32, (byte) secretByte);
        return seal;
    }

    final KeySeal seal = seal(1);

    @Test
    void opensWhatItSealed() {
        var key = Secret.random();

        assertThat(seal.open(seal.seal(key))).isEqualTo(key);
    }

    @Test
    void sealsTheSameKeyDifferentlyEachTime() {
        var key = Secret.random();

        assertThat(seal.seal(key)).isNotEqualTo(seal.seal(key));
    }

    @Test
    void refusesASealOfAnotherSecret() {
        var sealed = seal.seal(Secret.random());

        assertThatThrownBy(() -> seal(2).open(sealed)).hasMessageContaining("streaming.secret");
    }

    @Test
    void refusesASealThatWasTamperedWith() {
        var sealed = seal.seal(Secret.random());
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
