package streaming.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import streaming.shared.SealOnTest;
import streaming.shared.TestClock;

class ProvidersTest {

    private static final URI CALLBACK = URI.create("https://live.example/login/with/acme/callback");

    private final StubProvider stub = new StubProvider();
    private final TestClock clock = new TestClock();
    private final Providers providers = new Providers();

    @BeforeEach
    void configure() {
        providers.tickets = new Tickets();
        providers.tickets.seal = SealOnTest.of(1);
        providers.tickets.clock = clock;
        providers.clock = clock;
        stub.set("title", "ACME");
        providers.offer(List.of(stub.settings(), stub.settings("other")));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void finishWhatBeganInTheSameBrowser() {
        var departure = providers.begin("acme", CALLBACK, "/settings", 7);
        stub.issues(claims -> claims.claim("nonce", parameter(departure, "nonce")));

        var arrival = finish("acme", departure.ticket(), parameter(departure, "state"));

        assertThat(arrival.identity().subject()).isEqualTo(StubProvider.SUBJECT);
        assertThat(arrival.attempt().next()).isEqualTo("/settings");
        assertThat(arrival.attempt().linkTo()).isEqualTo(7);
    }

    @Test
    void finishNothingElse() {
        var departure = providers.begin("acme", CALLBACK, "/", 0);
        var state = parameter(departure, "state");
        var another = providers.begin("acme", CALLBACK, "/", 0);

        assertStale("acme", null, state);
        assertStale("acme", departure.ticket(), null);
        assertStale("acme", departure.ticket(), parameter(another, "state"));
        assertStale("other", departure.ticket(), state);
        clock.advance(Duration.ofMinutes(11));
        assertStale("acme", departure.ticket(), state);
    }

    @Test
    void beginEachSignInWithValuesOfItsOwn() {
        var one = providers.begin("acme", CALLBACK, "/", 0);
        var two = providers.begin("acme", CALLBACK, "/", 0);

        for (var name : new String[] {"state", "nonce", "code_challenge"}) {
            assertThat(parameter(one, name))
                    .hasSizeGreaterThanOrEqualTo(43)
                    .isNotEqualTo(parameter(two, name))
                    .doesNotContain("."); // VK drops them
        }
    }

    @Test
    void areThoseOfTheConfiguration() {
        assertThat(providers.all()).extracting(Provider::name).containsExactly("acme", "other");
        assertThatThrownBy(() -> providers.get("nobody")).isInstanceOf(NoSuchProvider.class);
    }

    private Providers.Arrival finish(String provider, String ticket, String state) {
        var answer = state == null ? Map.of("code", "c") : Map.of("code", "c", "state", state);
        return providers.finish(provider, CALLBACK, ticket, answer);
    }

    private void assertStale(String provider, String ticket, String state) {
        assertThatThrownBy(() -> finish(provider, ticket, state)).isInstanceOf(SignInStale.class);
    }

    private static String parameter(Providers.Departure departure, String name) {
        return departure.address().getQuery().replaceAll("(?:.*&)?" + name + "=([^&]*).*", "$1");
    }
}
