package streaming.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

    private static final Proxies PROXIES = Proxies.of("127.0.0.0/8, ::1, 10.0.0.0/24");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # peer      | X-Forwarded-For                      | client
                    192.0.2.1   | 198.51.100.1                         | 192.0.2.1
                    127.0.0.1   | 198.51.100.1                         | 198.51.100.1
                    127.0.0.1   | 203.0.113.9, 198.51.100.1            | 198.51.100.1
                    127.0.0.1   | 203.0.113.9, 198.51.100.1, 10.0.0.7  | 198.51.100.1
                    127.0.0.1   | 203.0.113.9, 10.0.0.7, 198.51.100.1  | 198.51.100.1
                    127.0.0.1   | 10.0.0.8, 10.0.0.7                   | 10.0.0.8
                    127.0.0.1   | 10.0.1.1                             | 10.0.1.1
                    127.0.0.1   | 203.0.113.9, unknown, 10.0.0.7       | 10.0.0.7
                    127.0.0.1   | localhost                            | 127.0.0.1
                    127.0.0.1   | 198.51.100.1:4711                    | 198.51.100.1
                    ::1         | [2001:db8::1]:4711                   | 2001:db8::1
                    ::1         | 2001:db8::1                          | 2001:db8::1
                    127.0.0.1   | ''                                   | 127.0.0.1
                    """)
    void isWhomTheLastProxySaw(String peer, String forwarded, String client) {
        assertThat(Client.address(peer, List.of(forwarded), PROXIES)).isEqualTo(client);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(Client.address("127.0.0.1", List.of("203.0.113.9", "198.51.100.1, 10.0.0.7"), PROXIES))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, https, true",
        "false, true, http, false",
        "false, true, , false",
        "true, true, , true",
        "true, false, https, false",
        "false, false, https, false",
        "true, true, http, false",
    })
    void cameByTlsIfAProxySaysSo(boolean serverSays, boolean fromProxy, String forwarded, boolean secure) {
        assertThat(Client.isSecure(serverSays, fromProxy, forwarded)).isEqualTo(secure);
    }

    @ParameterizedTest
    @CsvSource({"proxy.example.org", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "300.1.1.1", "/8"})
    void refusesASettingThatIsNoAddress(String setting) {
        assertThatThrownBy(() -> Proxies.of(setting)).hasMessageContaining("streaming.proxies");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "nonsense, nonsense",
    })
    void countsASubscriberAsOne(String address, String subscriber) {
        assertThat(Network.subscriber(address)).isEqualTo(subscriber);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "127.0.0.1, ::ffff:127.0.0.1, true",
    })
    void knowsWhatLiesInABlock(String block, String address, boolean inside) {
        assertThat(Network.find(block).orElseThrow().contains(address)).isEqualTo(inside);
    }
}
