package streaming.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.audit.AuditOnTest;
import streaming.caller.AdminRequired;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.shared.TestClock;

class BansTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    final Bans bans = new Bans();
    final RecordedEvents<Banned> banned = new RecordedEvents<>();
    SignedIn admin;
    SignedIn grace;

    @BeforeEach
    void signUp() {
        var site = new ChannelsOnTest(database, clock, audience.audience());
        bans.entityManager = database.entityManager();
        bans.accounts = site.accounts;
        bans.audience = audience.audience();
        bans.audit = AuditOnTest.audit(database, clock, new Caller());
        bans.banned = banned;
        bans.clock = clock;
        admin = SignedIn.of(site.signUp("ada").id(), "ada", Role.ADMIN);
        grace = signedIn(site.signUp("grace"));
    }

    @Test
    void shutsAnAccountOutAndLetsItInAgain() {
        database.inTransaction(() -> bans.ban(admin, "Grace"));

        assertThat(banned.fired()).containsExactly(new Banned("grace"));
        assertThat(channelOf("grace").bannedAt()).isEqualTo(clock.instant());

        database.inTransaction(() -> bans.lift(admin, "grace"));

        assertThat(channelOf("grace").bannedAt()).isNull();
    }

    @Test
    void isForAdminsAlone() {
        assertThatThrownBy(() -> bans.ban(grace, "ada")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> bans.lift(grace, "ada")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> bans.ban(admin, "nobody")).isInstanceOf(NoSuchAccount.class);
        assertThatThrownBy(() -> bans.ban(admin, "ada")).isInstanceOf(CannotBanYourself.class);
        assertThat(banned.fired()).isEmpty();
    }

    @Test
    void showsWhoWatches() {
        audience.watch(Map.of("grace", 3));

        assertThat(channelOf("grace").viewers()).isEqualTo(3);
        assertThat(channelOf("ada").viewers()).isZero();
    }

    private AdminChannel channelOf(String name) {
        return database.inTransaction(() -> bans.channels()).stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
