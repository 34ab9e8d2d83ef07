package streaming.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import streaming.shared.ServerSecret;
import streaming.shared.ServerSecretOnTest;

class UnsubscribeLinksTest {

    final UnsubscribeLinks links = links();

    @Test
    void readsWhatItSigned() {
        assertThat(links.account(token(links, 42))).contains(42L);
    }

    @Test
    void refusesWhatItDidNotSign() {
        var good = token(links, 42);

        for (var bad : List.of("", "42", "42-", good.replace("42-", "43-"), good + "A", "9".repeat(30) + good)) {
            assertThat(links.account(bad)).as(bad).isEmpty();
        }
        assertThat(links.account(null)).isEmpty();
        assertThat(links(ServerSecretOnTest.of(32, (byte) 2)).account(good)).isEmpty();
    }

    @Test
    void aNewSecretKeepsTheLinksInOldMailsGood() {
        var renewed = links(ServerSecretOnTest.renewed(32, (byte) 2, (byte) 1));

        assertThat(renewed.account(token(links, 42))).contains(42L);
        assertThat(token(renewed, 42)).isNotEqualTo(token(links, 42));
    }

    static UnsubscribeLinks links() {
        return links(ServerSecretOnTest.of(32, (byte) 1));
    }

    private static UnsubscribeLinks links(ServerSecret secret) {
        var links = new UnsubscribeLinks();
        links.secret = secret;
        return links;
    }

    private static String token(UnsubscribeLinks links, long account) {
        return links.path(account).replaceFirst(".*token=", "");
    }
}
