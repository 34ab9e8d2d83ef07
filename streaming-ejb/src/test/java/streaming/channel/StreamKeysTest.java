package streaming.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.TestClock;

class StreamKeysTest {

    private static final String AUDITED = "select count(*) from audit_log where event like 'stream-key-%'";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    ChannelsOnTest site;
    Account ada;

    @BeforeEach
    void signUp() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ada = site.signUp("ada");
    }

    @Test
    void aChannelBeginsWithOneKeyCalledMain() {
        assertThat(list()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Main");
            assertThat(key.main()).isTrue();
            assertThat(key.key()).as("no list shows it").isNull();
            assertThat(key.lastUsedAt()).isNull();
        });
    }

    @Test
    void makesShowsChangesAndRevokesKeys() {
        var before = database.count(AUDITED);
        var end = clock.instant().plus(Duration.ofDays(1));
        var guest = make(" Guest ", end, List.of("192.0.2.77/24", "2001:DB8::1"));

        assertThat(guest.name()).isEqualTo("Guest");
        assertThat(guest.networks()).containsExactly("192.0.2.0/24", "2001:db8::1/128");
        assertThat(show(guest.id()).key()).isEqualTo(guest.key());
        assertThat(guest.toString()).doesNotContain(guest.key());

        var changed = database.inTransaction(
                () -> site.keys.change(signedIn(ada), "ada", guest.id(), new StreamKeyInput("Studio", null, null)));
        assertThat(changed.name()).isEqualTo("Studio");
        assertThat(changed.networks()).isEmpty();
        assertThat(changed.expiresAt()).isNull();
        assertThat(changed.key()).isNull();

        database.inTransaction(() -> site.keys.revoke(signedIn(ada), "ada", guest.id(), true));
        assertThat(list()).extracting(StreamKeyJson::name).containsExactly("Main");
        assertThat(site.replacements.fired()).containsExactly(new StreamKeyReplaced("ada", true));
        assertThatThrownBy(() -> show(guest.id())).isInstanceOf(NoSuchNamedKey.class);
        assertThat(database.count(AUDITED) - before).isEqualTo(4);
    }

    @Test
    void keepsAtLeastOneAndAtMostTwenty() {
        var main = main().id();
        assertThatThrownBy(() -> database.inTransaction(() -> site.keys.revoke(signedIn(ada), "ada", main, false)))
                .isInstanceOf(LastStreamKey.class);
        for (int i = 1; i < 20; i++) {
            make("Key " + i, null, null);
        }
        assertThatThrownBy(() -> make("One more", null, null)).isInstanceOf(TooManyStreamKeys.class);
    }

    @Test
    void theOldestIsTheMainOne() {
        var main = main().id();
        var guest = make("Guest", null, null);
        database.inTransaction(() -> site.keys.revoke(signedIn(ada), "ada", main, false));

        assertThat(site.keyOf(ada).text()).isEqualTo(guest.key());
        assertThat(list()).singleElement().extracting(StreamKeyJson::main).isEqualTo(true);
    }

    @Test
    void refusesBadInputByItsField() {
        assertRefused("name", "", null, null);
        assertRefused("name", " \n", null, null);
        assertRefused("name", "x".repeat(4096), null, null);
        assertRefused("expiresAt", "Guest", clock.instant(), null);
        for (var network :
                new String[] {"", "example.org", "192.0.2.0/33", "::/129", "192.0.2.0/24/8", "1.2.3", null}) {
            assertRefused("networks", "Guest", null, java.util.Arrays.asList(network));
        }
        assertThatThrownBy(() -> make("mAIN", null, null)).isInstanceOf(KeyNameTaken.class);
        assertThat(make("../..%2f", null, null).name())
                .as("a name is only shown")
                .isEqualTo("../..%2f");
    }

    @Test
    void anExpiredKeyMayKeepItsEnd() {
        var guest = make("Guest", clock.instant().plusSeconds(1), null);
        clock.advance(Duration.ofMinutes(1));

        var changed = database.inTransaction(() ->
                site.keys.change(signedIn(ada), "ada", guest.id(), new StreamKeyInput("Old", guest.expiresAt(), null)));

        assertThat(changed.name()).isEqualTo("Old");
    }

    @Test
    void nobodyElseSeesOrTouchesThem() {
        var grace = signedIn(site.signUp("grace"));
        var id = main().id();

        assertThatThrownBy(() -> site.keys.list(grace, "ada")).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> site.keys.show(grace, "ada", id)).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> site.keys.show(grace, "grace", id)).isInstanceOf(NoSuchNamedKey.class);
        assertThatThrownBy(() -> database.inTransaction(() -> site.keys.revoke(grace, "ada", id, true)))
                .isInstanceOf(NotYourChannel.class);
    }

    @Test
    void listsByThreeStatements() {
        make("Guest", null, null);
        var before = database.statements();

        list();

        assertThat(database.statements() - before).isEqualTo(3); // channel, owner, keys
    }

    private void assertRefused(String field, String name, Instant end, List<String> networks) {
        assertThatThrownBy(() -> make(name, end, networks))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(Problem.FieldError::field)
                        .contains(field));
    }

    private StreamKeyJson make(String name, Instant end, List<String> networks) {
        return database.inTransaction(
                () -> site.keys.make(signedIn(ada), "ada", new StreamKeyInput(name, end, networks)));
    }

    private StreamKeyJson main() {
        return list().get(0);
    }

    private StreamKeyJson show(UUID id) {
        return database.inTransaction(() -> site.keys.show(signedIn(ada), "ada", id));
    }

    private List<StreamKeyJson> list() {
        return database.inTransaction(() -> site.keys.list(signedIn(ada), "ada"));
    }
}
