package streaming.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;

class PushAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
                "https://web.push.apple.com/QGu",
                "https://push.example.org:8443/x?y=z",
                "https://8.8.8.8/x",
                "https://[2606:4700::1111]/x"
            })
    void takesWhatIsPublicAndHasTls(String address) {
        assertThat(PushAddress.of(address, false).uri()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "push",
                "https://",
                "https:///x",
                "ftp://push.example.org/x",
                "http://push.example.org/x",
                "https://somebody@push.example.org/x",
                "https://localhost/x",
                "https://intranet/x",
                "https://127.0.0.1/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://0x7f.0.0.1/x",
                "https://10.1.2.3/x",
                "https://172.31.0.1/x",
                "https://192.168.0.1/x",
                "https://100.64.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/x",
                "https://224.0.0.1/x",
                "https://255.255.255.255/x",
                "https://[::1]/x",
                "https://[::]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[fd00::1]/x",
                "https://[fe80::1]/x"
            })
    void refusesWhatLeadsNowhereOrToOurselves(String address) {
        assertThatThrownBy(() -> PushAddress.of(address, false))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("endpoint"));
    }

    @Test
    void takesAPushServiceOfOnesOwnWhereASettingAllowsIt() {
        assertThat(PushAddress.of("http://127.0.0.1:8000/x", true)).hasToString("http://127.0.0.1:8000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/x", "https://2130706433/x", "https://0x7f.1/x", "https://[::1]/x"})
    void looksWhereANameLeadsBeforeItGoesThere(String address) {
        boolean anywhere;
        try {
            anywhere = new PushAddress(URI.create(address)).isPublicNow();
        } catch (IOException noSuchHost) {
            anywhere = false;
        }

        assertThat(anywhere).isFalse();
    }
}
