package streaming.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import streaming.caller.Role;
import streaming.oidc.Tickets.Purpose;
import streaming.shared.SealOnTest;
import streaming.shared.TestClock;

class TicketsTest {

    private final TestClock clock = new TestClock();
    private final Tickets tickets = tickets(1);

    private Tickets tickets(int secretByte) {
        var made = new Tickets();
        made.seal = SealOnTest.of(secretByte);
        made.clock = clock;
        return made;
    }

    @Test
    void openWhatTheySealedForTenMinutes() {
        var ticket = tickets.seal(Purpose.ATTEMPT, List.of("acme", "", "Ünïcode"));

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(tickets.open(Purpose.ATTEMPT, ticket)).contains(List.of("acme", "", "Ünïcode"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(tickets.open(Purpose.ATTEMPT, ticket)).isEmpty();
    }

    @Test
    void areOfOnePurposeAndOneSite() {
        var ticket = tickets.seal(Purpose.ATTEMPT, List.of("acme"));

        assertThat(tickets.open(Purpose.IDENTITY, ticket)).isEmpty();
        assertThat(tickets(2).open(Purpose.ATTEMPT, ticket)).isEmpty();
    }

    @Test
    void areNoneThatSomebodyElseMade() {
        var ticket = tickets.seal(Purpose.ATTEMPT, List.of("acme"));

        assertThat(tickets.open(Purpose.ATTEMPT, null)).isEmpty();
        assertThat(tickets.open(Purpose.ATTEMPT, "")).isEmpty();
        assertThat(tickets.open(Purpose.ATTEMPT, "not base64!")).isEmpty();
        assertThat(tickets.open(Purpose.ATTEMPT, "x".repeat(10_000))).isEmpty();
        var other = ticket.startsWith("A") ? "B" : "A";
        assertThat(tickets.open(Purpose.ATTEMPT, other + ticket.substring(1))).isEmpty();
    }

    @Test
    void bringAnIdentityBackAsItWas() {
        var identity = new Identity(
                "acme", "f81d4fae", "ada@acme.example", "ada", "Ada L.", Set.of(Role.ADMIN, Role.MODERATOR));

        assertThat(Identity.of(identity.fields())).isEqualTo(identity);
        assertThat(Identity.of(new Identity("vk", "1", "", "", "", Set.of()).fields()))
                .isEqualTo(new Identity("vk", "1", "", "", "", Set.of()));
    }
}
