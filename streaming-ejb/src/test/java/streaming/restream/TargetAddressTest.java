package streaming.restream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;

class TargetAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtmp://live.example.org/app",
                "rtmps://live-api-s.example.com:443/rtmp/",
                "rtmp://a.rtmp.example.com/live2?backup=1",
                "rtmp://8.8.8.8:1936/x",
                "rtmp://[2606:4700::1111]/x"
            })
    void takesPublicServers(String address) {
        assertThat(TargetAddress.of(" " + address + " ", false)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rtmp://",
                "http://live.example.org/app",
                "rtmp://live.example.org",
                "rtmp://live.example.org/",
                "rtmp://me:secret@live.example.org/app",
                "rtmp://live.example.org/app#x",
                "rtmp://live.example.org/a b",
                "rtmp://live.example.org/app\nrtmp_playpath=x",
                "rtmp://localhost/app",
                "rtmp://127.0.0.1/app",
                "rtmp://10.1.2.3/app",
                "rtmp://[::1]/app",
                "rtmp://2130706433/app",
                "rtmp://intranet/app",
                "file:///etc/passwd"
            })
    void refusesWhatIsNoneOrLeadsIntoOurNetwork(String address) {
        assertThatThrownBy(() -> TargetAddress.of(address, false)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void mayBeInAPrivateNetworkWhereTheSiteLetsIt() {
        assertThat(TargetAddress.of("rtmp://127.0.0.1:1936/app", true).port()).isEqualTo(1936);
    }

    @Test
    void isTakenApartAsRtmpWantsIt() {
        var address = TargetAddress.of("rtmps://live.example.org/live2/?backup=1", false);

        assertThat(address.app()).isEqualTo("live2?backup=1");
        assertThat(address.port()).isEqualTo(443);
        assertThat(address.hasTls()).isTrue();
    }
}
