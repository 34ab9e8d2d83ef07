package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerSecretTest {

    final ServerSecret secret = ServerSecretOnTest.of(32, (byte) 1);

    @Test
    void givesEachPurposeAKeyOfItsOwn() {
        assertThat(secret.keyFor("stream-keys"))
                .hasSize(32)
                .isEqualTo(secret.keyFor("stream-keys"))
                .isNotEqualTo(secret.keyFor("viewer-ids"))
                .isNotEqualTo(ServerSecretOnTest.of(32, (byte) 2).keyFor("stream-keys"));
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatThrownBy(() -> ServerSecretOnTest.of(16, (byte) 1).keyFor("stream-keys"))
                .hasMessageContaining("streaming.secret");
    }
}
