package streaming.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.Crowd;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.BroadcastsOnTest;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.follow.Follows;
import streaming.follow.FollowsOnTest;
import streaming.mail.DeadLink;
import streaming.mail.Mails;
import streaming.mail.MailsOnTest;
import streaming.shared.Page;
import streaming.shared.TestClock;

class NotificationsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final RecordedEvents<UnreadChanged> changes = new RecordedEvents<>();
    final Notifications notifications = new Notifications();
    final Digests digests = new Digests();
    ChannelsOnTest site;
    Announcements announcements;
    Follows follows;
    Mails mails;
    SignedIn grace;
    SignedIn linus;

    @BeforeEach
    void open() {
        var audience = new AudienceOnTest(clock).audience();
        site = new ChannelsOnTest(database, clock, audience);
        follows = FollowsOnTest.follows(database.entityManager(), site.channels, audience, clock);
        announcements = AnnouncementsOnTest.announcements(database.entityManager(), clock, changes);
        notifications.entityManager = database.entityManager();
        notifications.changed = changes;
        notifications.clock = clock;
        mails = MailsOnTest.mails(database, clock);
        digests.entityManager = database.entityManager();
        digests.accounts = site.accounts;
        digests.mails = mails;
        digests.clock = clock;
        digests.links = UnsubscribeLinksTest.links();
        site.signUp("ada");
        grace = signedIn(site.signUp("grace"));
        linus = signedIn(site.signUp("linus"));
        database.inTransaction(() -> follows.follow(grace, "ada"));
        database.inTransaction(() -> follows.follow(linus, "ada"));
    }

    @Test
    void tellsFollowersOnceThatAChannelIsLive() {
        goLive("ada");
        goLive("linus");

        assertThat(tell()).isEqualTo(2);
        assertThat(tell()).isZero();

        assertThat(list(grace)).singleElement().satisfies(told -> {
            assertThat(told.channel()).isEqualTo("ada");
            assertThat(told.startedAt()).isEqualTo(clock.instant());
            assertThat(told.live()).isTrue();
            assertThat(told.read()).isFalse();
        });
        assertThat(unread()).containsExactlyInAnyOrderEntriesOf(Map.of(grace.id(), 1, linus.id(), 1));
        assertThat(changes.fired()).containsExactly(new UnreadChanged(null));
    }

    @Test
    void tellsNothingNewWhenAnEncoderComesBackWithinTheGrace() {
        goLive("ada");
        tell();
        clock.advance(Duration.ofMinutes(10));
        end("ada");
        clock.advance(Duration.ofSeconds(29));
        goLive("ada");
        tell();

        assertThat(list(grace)).singleElement().satisfies(told -> assertThat(told.live())
                .isTrue());

        clock.advance(Duration.ofMinutes(10));
        end("ada");
        clock.advance(Duration.ofSeconds(31));
        goLive("ada");
        tell();

        assertThat(list(grace)).extracting(NotificationJson::live).containsExactly(true, false);
    }

    @Test
    void isToldLaterWhatANodeDidNotCommit() {
        goLive("ada");
        try (var killed = database.newEntityManager()) {
            killed.getTransaction().begin();
            AnnouncementsOnTest.announcements(killed, clock).tell();
            assertThat(tell()).as("another node, meanwhile").isZero();
            killed.getTransaction().rollback();
        }
        assertThat(list(grace)).isEmpty();

        tell();

        assertThat(list(grace)).hasSize(1);
    }

    @Test
    void manyNodesTellEachOfManyBroadcastsOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            var name = "show_" + i;
            site.signUp(name);
            database.inTransaction(() -> follows.follow(grace, name));
            goLive(name);
        }

        Crowd.run(database, 8, Collections.nCopies(16, (Consumer<EntityManager>) entityManager ->
                AnnouncementsOnTest.announcements(entityManager, clock).tell()));

        assertThat(unread()).isEqualTo(Map.of(grace.id(), 30));
        assertThat(database.count("select count(*) from announcements")).isZero();
    }

    @Test
    void whatIsReadIsUnreadNoMore() {
        for (int i = 0; i < 3; i++) {
            goLive("ada");
            clock.advance(Duration.ofHours(1));
            end("ada");
            clock.advance(Duration.ofHours(1));
        }
        tell();
        var ids = list(grace).stream().map(NotificationJson::id).toList();

        database.inTransaction(() -> notifications.read(linus, ids.get(1)));
        database.inTransaction(() -> notifications.readUpTo(grace, ids.get(1)));
        database.inTransaction(() -> notifications.readUpTo(grace, ids.get(1)));

        assertThat(list(grace)).extracting(NotificationJson::read).containsExactly(false, true, true);
        var first = notifications.list(grace, 0, 2, null);
        assertThat(notifications.list(grace, 1, 2, first.next())).isEqualTo(notifications.list(grace, 1, 2, null));
        assertThat(list(linus)).extracting(NotificationJson::read).containsExactly(false, true, false);
        assertThat(changes.fired())
                .containsExactly(new UnreadChanged(null), new UnreadChanged(linus.id()), new UnreadChanged(grace.id()));
    }

    @Test
    void theListCostsOneStatementAndForgetsAfterAMonth() {
        goLive("ada");
        tell();
        var before = database.statements();

        assertThat(notifications.list(grace, 0, 100, null).total()).isEqualTo(1);

        assertThat(database.statements() - before).isEqualTo(1);
        assertThat(notifications.list(grace, 7, 100, null))
                .as("beyond the end")
                .isEqualTo(new Page<>(List.of(), 7, 100, 1));

        clock.advance(Duration.ofDays(31));
        database.inTransaction(notifications::purge);
        assertThat(list(grace)).isEmpty();
    }

    @Test
    void mailsOnceADayWhatIsUnreadToWhoWantsIt() {
        confirmAddress("grace");
        database.inTransaction(() -> digests.want(grace, true));
        database.inTransaction(() -> digests.want(linus, true)); // whose address is not confirmed
        goLive("ada");
        clock.advance(Duration.ofHours(1));
        end("ada");
        clock.advance(Duration.ofHours(1));
        goLive("ada");
        tell();
        assertThat(digest()).as("not before a day is over").isEmpty();

        clock.advance(Duration.ofDays(1));

        assertThat(digest()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("grace@example.org");
            assertThat(mail.text().lines()).containsOnlyOnce("ada").contains("https://site.example/notifications");
        });
        clock.advance(Duration.ofDays(1));
        assertThat(digest()).as("nothing new").isEmpty();
    }

    @Test
    void mailsNobodyWhoHasReadItAllOrWantsNoMailAnyMore() {
        confirmAddress("grace");
        confirmAddress("linus");
        database.inTransaction(() -> digests.want(grace, true));
        database.inTransaction(() -> digests.want(linus, true));
        goLive("ada");
        tell();
        database.inTransaction(() -> notifications.readUpTo(grace, Long.MAX_VALUE));
        database.inTransaction(() -> digests.want(linus, false));
        clock.advance(Duration.ofDays(1));

        assertThat(digest()).isEmpty();
        assertThat(digests.isWantedBy(grace)).isTrue();
        assertThat(digests.isWantedBy(linus)).isFalse();
    }

    @Test
    void whoeverHasAMailCanEndThem() {
        confirmAddress("grace");
        database.inTransaction(() -> digests.want(grace, true));
        goLive("ada");
        tell();
        clock.advance(Duration.ofDays(1));
        var token = digest().get(0).token();

        digests.look(token);
        assertThat(digests.isWantedBy(grace)).as("after a look").isTrue();
        database.inTransaction(() -> digests.unsubscribe(token));
        database.inTransaction(() -> digests.unsubscribe(token));

        assertThat(digests.isWantedBy(grace)).isFalse();
        assertThatThrownBy(() -> digests.unsubscribe(linus.id() + token.substring(token.indexOf('-'))))
                .isInstanceOf(DeadLink.class);
    }

    private int tell() {
        return database.inTransaction(announcements::tell);
    }

    private List<MailsOnTest.Received> digest() {
        while (database.inTransaction(digests::writeOne)) {
            // as the clock does
        }
        return MailsOnTest.send(database, mails);
    }

    private List<NotificationJson> list(SignedIn who) {
        return database.inTransaction(() -> notifications.list(who, 0, 100, null))
                .items();
    }

    private Map<Long, Integer> unread() {
        return database.inTransaction(() -> notifications.unread(List.of(grace.id(), linus.id())));
    }

    private void goLive(String channel) {
        BroadcastsOnTest.start(database, clock, channel);
    }

    private void end(String channel) {
        BroadcastsOnTest.end(database, clock, channel);
    }

    private void confirmAddress(String username) {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update accounts set email_confirmed_at = now() where username = :username")
                .setParameter("username", username)
                .executeUpdate());
    }
}
