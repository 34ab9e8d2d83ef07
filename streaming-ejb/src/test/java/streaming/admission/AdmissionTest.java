package streaming.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.access.AccessOnTest;
import streaming.access.FollowRequired;
import streaming.access.PasswordRequired;
import streaming.access.RoleRequired;
import streaming.access.TicketRequired;
import streaming.access.TooManySessions;
import streaming.access.Viewer;
import streaming.access.Visibility;
import streaming.access.VisibilityChanged;
import streaming.access.WatchPass;
import streaming.access.WatchTokenRequired;
import streaming.account.AccountsOnTest;
import streaming.audience.AudienceOnTest;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.Role;
import streaming.caller.SignInRequired;
import streaming.caller.SignedIn;
import streaming.channel.ChannelEdit;
import streaming.channel.ChannelFilter;
import streaming.channel.ChannelJson;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.follow.FollowsOnTest;
import streaming.limit.LimitsOnTest;
import streaming.limit.TooManyFailures;
import streaming.moderation.NoSuchAccount;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.TestClock;

class AdmissionTest {

    private static final Device HERE = new Device("", "192.0.2.7");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Admission admission = new Admission();
    final Tickets tickets = new Tickets();
    final ChannelPasswords passwords = new ChannelPasswords();
    final RecordedEvents<VisibilityChanged> changes = new RecordedEvents<>();
    AccessOnTest access;
    ChannelsOnTest site;
    SignedIn ada;
    SignedIn bob;

    @BeforeEach
    void open() {
        access = new AccessOnTest(database, clock);
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        admission.entityManager = database.entityManager();
        admission.channels = site.channels;
        admission.passwords = AccountsOnTest.passwords();
        admission.config = access.config;
        admission.validator = Validation.buildDefaultValidatorFactory().getValidator();
        admission.changed = changes;
        admission.audit = AuditOnTest.audit(database, clock, new Caller());
        admission.clock = clock;
        tickets.entityManager = database.entityManager();
        tickets.channels = site.channels;
        tickets.accounts = site.accounts;
        tickets.audit = admission.audit;
        tickets.clock = clock;
        passwords.dataSource = database.dataSource();
        passwords.passwords = admission.passwords;
        passwords.attempts = LimitsOnTest.attempts(database, clock, new Caller());
        passwords.clock = clock;
        ada = access.signIn(signedIn(site.signUp("ada")));
        bob = access.signIn(signedIn(site.signUp("bob")));
    }

    @Test
    void letsEverybodyWatchUntilTheOwnerDecidesOtherwise() {
        assertThat(refusal(Viewer.STRANGER)).isEmpty();
        assertThat(access.watching.check(Viewer.STRANGER, "nobody")).isEmpty();
        assertThat(get()).isEqualTo(new AccessJson("public", null, false, 2));

        decide("unlisted");

        assertThat(refusal(Viewer.STRANGER)).isEmpty();
        assertThat(changes.fired()).containsExactly(new VisibilityChanged("ada", Visibility.UNLISTED));
    }

    @Test
    void refusesWhatIsNoRuleOrNotTheOwners() {
        for (var wrong : List.of(
                new AccessInput("secret", null, null),
                new AccessInput(null, null, null),
                new AccessInput("role", "king", null),
                new AccessInput("role", null, null),
                new AccessInput("password", null, null),
                new AccessInput("password", null, "abc"))) {
            assertThatThrownBy(() -> decide(ada, wrong)).isInstanceOf(InvalidInput.class);
        }
        var rule = new AccessInput("followers", null, null);
        assertThatThrownBy(() -> decide(bob, rule)).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> admission.get(bob, "nobody")))
                .isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> tickets.list(bob, "ada", 0, 10)))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> grant("nobody", null)).isInstanceOf(NoSuchAccount.class);
        assertThatThrownBy(() -> grant("bob", Duration.ofSeconds(-1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> revoke("bob")).isInstanceOf(NoSuchTicket.class);
    }

    @Test
    void asksForTheFollowOfFollowersOnly() {
        decide("followers");
        assertThat(refusal(Viewer.STRANGER)).get().isInstanceOf(SignInRequired.class);
        assertThat(refusal(viewer(bob))).get().isInstanceOf(FollowRequired.class);
        var follows = FollowsOnTest.follows(
                database.entityManager(), site.channels, new AudienceOnTest(clock).audience(), clock);

        database.inTransaction(() -> follows.follow(bob, "ada"));
        assertAdmitted(bob);

        database.inTransaction(() -> follows.unfollow(bob, "ada"));
        assertThat(refusal(viewer(bob))).get().isInstanceOf(FollowRequired.class);
    }

    @Test
    void takesTicketsUntilTheyExpireOrAreRevoked() {
        decide("ticket");
        assertThat(refusal(viewer(bob))).get().isInstanceOf(TicketRequired.class);

        grant("Bob", Duration.ofHours(1));
        assertAdmitted(bob);
        clock.advance(Duration.ofHours(1));
        assertThat(refusal(viewer(bob))).get().asString().contains("has expired");
        assertThat(list()).extracting(TicketJson::account, TicketJson::expired).containsExactly(tuple("bob", true));

        grant("bob", null);
        assertAdmitted(bob);
        revoke("bob");
        assertThat(refusal(viewer(bob))).get().isInstanceOf(TicketRequired.class);
        assertThat(list()).isEmpty();
    }

    @Test
    void asksForTheLeastRoleOrMore() {
        decide(ada, new AccessInput("role", "moderator", null));

        assertThat(refusal(Viewer.STRANGER)).get().isInstanceOf(SignInRequired.class);
        assertThat(refusal(viewer(bob))).get().isInstanceOf(RoleRequired.class);
        assertThat(refusal(viewer(SignedIn.of(bob.id(), "bob", Role.MODERATOR))))
                .isEmpty();
        assertThat(refusal(viewer(SignedIn.of(bob.id(), "bob", Role.STAFF)))).isEmpty();
        assertThat(refusal(viewer(ada))).as("the owner").isEmpty();
        decide(ada, new AccessInput("role", "viewer", null));
        assertAdmitted(bob);
    }

    @Test
    void takesThePasswordFromAccountsAndFromBrowsersUntilThereIsANewOne() {
        decide(ada, new AccessInput("password", null, "open sesame"));
        var browser = new Viewer(null, "browser");
        assertThat(refusal(browser)).get().isInstanceOf(PasswordRequired.class);
        assertThatThrownBy(() -> give(browser, "wrong")).isInstanceOf(WrongChannelPassword.class);

        give(browser, "open sesame");
        give(viewer(bob), "open sesame");

        assertThat(refusal(browser)).isEmpty();
        assertAdmitted(bob);
        assertThat(refusal(new Viewer(null, "other"))).isPresent();
        clock.advance(Duration.ofSeconds(1));
        decide(ada, new AccessInput("password", null, null));
        assertThat(refusal(browser)).as("the same password").isEmpty();
        decide(ada, new AccessInput("password", null, "another one"));
        assertThat(access.watching.refused(Set.of(browser, viewer(bob), viewer(ada)), "ada"))
                .containsExactlyInAnyOrder(browser, viewer(bob));
    }

    @Test
    void slowsDownWhoGuesses() {
        decide(ada, new AccessInput("password", null, "open sesame"));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> give(Viewer.STRANGER, "guess")).isInstanceOf(WrongChannelPassword.class);
        }

        assertThatThrownBy(() -> give(viewer(bob), "open sesame")).isInstanceOf(TooManyFailures.class);
        passwords.give(viewer(bob), "ada", "open sesame", new Device("", "198.51.100.1"));
    }

    @Test
    void bindsTokensToViewerAndChannel() {
        assertThat(access.playback.start(Viewer.STRANGER, "ada"))
                .as("for everybody")
                .isEmpty();
        assertThatCode(() -> access.playback.check(null, "ada")).doesNotThrowAnyException();
        decide("ticket");
        grant("bob", null);
        var token = start(viewer(bob)).token();
        assertThatThrownBy(() -> start(Viewer.STRANGER)).isInstanceOf(SignInRequired.class);

        access.playback.check(token, "ada");

        for (var wrong : List.of("", "x", token.substring(1), "A" + token, token.replaceFirst("^.", "B"))) {
            assertThatThrownBy(() -> access.playback.check(wrong, "ada")).isInstanceOf(WatchTokenRequired.class);
        }
        assertThatThrownBy(() -> access.playback.check(token, "nobody")).isInstanceOf(WatchTokenRequired.class);
        database.inTransaction(() -> admission.decide(bob, "bob", new AccessInput("role", "viewer", null)));
        assertThatThrownBy(() -> access.playback.check(token, "bob")).isInstanceOf(WatchTokenRequired.class);
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> access.playback.check(token, "ada")).isInstanceOf(WatchTokenRequired.class);
    }

    @Test
    void stopsWhoMayWatchNoMore() {
        decide("ticket");
        grant("bob", null);
        var token = start(viewer(bob)).token();

        revoke("bob");
        assertThatThrownBy(() -> access.playback.check(token, "ada")).isInstanceOf(TicketRequired.class);
        grant("bob", null);
        access.playback.check(token, "ada");
        access.signOut(bob);
        assertThatThrownBy(() -> access.playback.check(token, "ada")).isInstanceOf(WatchTokenRequired.class);
    }

    @Test
    void letsAnAccountWatchOnSoManyDevicesAndTheFirstStay() {
        decide(ada, new AccessInput("role", "viewer", null));
        var first = start(new Viewer(bob, "telephone")).token();
        var second = start(new Viewer(bob, "laptop")).token();
        var third = start(new Viewer(bob, null)).token();
        access.playback.check(first, "ada");
        clock.advance(Duration.ofSeconds(1));
        access.playback.check(second, "ada");
        access.playback.check(start(new Viewer(bob, "laptop")).token(), "ada");

        assertThatThrownBy(() -> access.playback.check(third, "ada")).isInstanceOf(TooManySessions.class);
        access.playback.check(first, "ada");
        access.playback.check(second, "ada");

        clock.advance(Duration.ofSeconds(10));
        access.playback.check(second, "ada");
        clock.advance(Duration.ofSeconds(10));
        access.playback.check(third, "ada");
        assertThatThrownBy(() -> access.playback.check(first, "ada")).isInstanceOf(TooManySessions.class);
        assertThat(database.count("select count(*) from watch_sessions")).isEqualTo(2);
    }

    @Test
    void keepsWhatIsNotPublicOutOfListsAndCounts() {
        database.inTransaction(
                () -> site.channels.edit(ada, "ada", new ChannelEdit("Rye", null, null, null, List.of("bread"), null)));
        assertThat(listed()).containsExactlyInAnyOrder("ada", "bob");

        decide("unlisted");

        assertThat(listed()).containsExactly("bob");
        assertThat(database.count("select channels from tags where name = 'bread'"))
                .isZero();
        assertThat(site.channels.find("ada"))
                .get()
                .extracting(ChannelJson::title)
                .isEqualTo("Rye");
        var veiled = site.channels.get("ada").veiled();
        assertThat(veiled.title() + veiled.tags() + veiled.category()).isEqualTo("[]null");
        decide("public");
        assertThat(database.count("select channels from tags where name = 'bread'"))
                .isEqualTo(1);
    }

    /** By Java's rule, and by the one for statements about many. */
    private void assertAdmitted(SignedIn who) {
        assertThat(refusal(viewer(who))).isEmpty();
        assertThat(database.count("""
                        select count(*) from channels c where c.name = 'ada'
                        and admits(c.id, %d, cast('%s' as timestamptz))""".formatted(who.id(), clock.instant()))).isEqualTo(1);
    }

    private Optional<Problem> refusal(Viewer viewer) {
        return access.watching.refusal(viewer, "ada");
    }

    private static Viewer viewer(SignedIn who) {
        return new Viewer(who, null);
    }

    private WatchPass start(Viewer viewer) {
        return access.playback.start(viewer, "ada").orElseThrow();
    }

    private AccessJson get() {
        return database.inTransaction(() -> admission.get(ada, "ada"));
    }

    private void decide(String visibility) {
        decide(ada, new AccessInput(visibility, null, null));
    }

    private void decide(SignedIn who, AccessInput input) {
        database.inTransaction(() -> admission.decide(who, "ada", input));
    }

    private void give(Viewer viewer, String password) {
        passwords.give(viewer, "ada", password, HERE);
    }

    private void grant(String account, Duration good) {
        var input = new TicketInput(good == null ? null : clock.instant().plus(good));
        database.inTransaction(() -> tickets.grant(ada, "ada", account, input));
    }

    private void revoke(String account) {
        database.inTransaction(() -> tickets.revoke(ada, "ada", account));
    }

    private List<TicketJson> list() {
        return database.inTransaction(() -> tickets.list(ada, "ada", 0, 10)).items();
    }

    private List<String> listed() {
        var all = ChannelFilter.of(null, null, null, null, null, null, null, null, null);
        return database.inTransaction(() -> site.channels.list(all)).items().stream()
                .map(ChannelJson::name)
                .toList();
    }
}
