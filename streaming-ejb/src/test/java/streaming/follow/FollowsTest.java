package streaming.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.Crowd;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.BroadcastsOnTest;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Page;
import streaming.shared.TestClock;

class FollowsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    ChannelsOnTest site;
    Follows follows;
    SignedIn ada;
    SignedIn grace;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, audience.audience());
        follows = FollowsOnTest.follows(database.entityManager(), site.channels, audience.audience(), clock);
        ada = signedIn(site.signUp("ada"));
        grace = signedIn(site.signUp("grace"));
    }

    @Test
    void followsOnceHoweverOftenItIsAsked() {
        follow(grace, "ada");
        var since = clock.instant();
        clock.advance(Duration.ofHours(1));
        follow(grace, "ada");

        assertThat(get(grace, "ada")).isEqualTo(new FollowJson(true, since, 1));
        assertThat(followers("ada")).isEqualTo(1);
    }

    @Test
    void unfollowsOnceHoweverOftenItIsAsked() {
        follow(grace, "ada");

        unfollow(grace, "ada");
        unfollow(grace, "ada");

        assertThat(get(grace, "ada")).isEqualTo(new FollowJson(false, null, 0));
    }

    @Test
    void refusesOneselfAndChannelsThatAreNotThere() {
        assertThatThrownBy(() -> follow(ada, "ada")).isInstanceOf(CannotFollowYourself.class);
        assertThatThrownBy(() -> follow(ada, "nobody")).isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> unfollow(ada, "nobody")).isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> get(ada, "nobody")).isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> follows.followers("nobody", 0, 10, null)).isInstanceOf(NoSuchChannel.class);
    }

    @Test
    void listsFollowersLatestFirst() {
        List.of("linus", "ken", "dennis").forEach(name -> {
            follow(signedIn(site.signUp(name)), "ada");
            clock.advance(Duration.ofSeconds(1));
        });

        var first = follows.followers("ada", 0, 2, null);

        assertThat(first.items()).extracting(FollowerJson::name).containsExactly("dennis", "ken");
        assertThat(first.total()).isEqualTo(3);
        assertThat(follows.followers("ada", 1, 2, first.next())).isEqualTo(follows.followers("ada", 1, 2, null));
        assertThat(follows.followers("ada", 1, 2, null).items())
                .extracting(FollowerJson::name)
                .containsExactly("linus");
        assertThat(follows.followers("ada", 9, 2, null)).isEqualTo(new Page<>(List.of(), 9, 2, 3));
        assertThat(follows.followers("grace", 0, 2, null).total()).isZero();
    }

    @Test
    void listsOwnFollowsWithWhoIsLiveFirst() {
        List.of("linus", "ken", "dennis", "bjarne").forEach(name -> {
            site.signUp(name);
            follow(ada, name);
            clock.advance(Duration.ofSeconds(1));
        });
        BroadcastsOnTest.start(database, clock, "linus");
        BroadcastsOnTest.start(database, clock, "dennis");
        audience.watch(Map.of("linus", 5, "dennis", 2, "ken", 9));

        var mine = follows.list(ada, 0, 10, null);

        assertThat(mine.items())
                .extracting(FollowedChannelJson::name)
                .containsExactly("linus", "dennis", "ken", "bjarne");
        assertThat(mine.items()).extracting(FollowedChannelJson::live).containsExactly(true, true, false, false);
        assertThat(mine.total()).isEqualTo(4);
        var first = follows.list(ada, 0, 1, null);
        var rest = follows.list(ada, 1, 3, first.next());
        assertThat(rest.items()).isEqualTo(mine.items().subList(1, 4));
        assertThat(rest.total()).isEqualTo(4);
        assertThatThrownBy(() -> follows.list(ada, 0, 1, "nonsense")).isInstanceOf(InvalidInput.class);
        assertThat(follows.list(ada, 9, 3, null)).as("beyond the end").isEqualTo(new Page<>(List.of(), 9, 3, 4));
        assertThat(follows.list(grace, 0, 10, null).items()).isEmpty();
    }

    @Test
    void listsCostOneStatementWhateverTheirLength() {
        for (int i = 0; i < 12; i++) {
            var name = "fan_" + i;
            follow(signedIn(site.signUp(name)), "ada");
            follow(ada, name);
        }
        var before = database.statements();

        assertThat(follows.followers("ada", 0, 100, null).items()).hasSize(12);
        assertThat(database.statements() - before).isEqualTo(1);
        assertThat(follows.list(ada, 0, 100, null).items()).hasSize(12);
        assertThat(database.statements() - before).isEqualTo(2);
    }

    @Test
    void countsExactlyWhatManyDoAtOnce() throws Exception {
        var fans = IntStream.range(0, 24)
                .mapToObj(i -> signedIn(site.signUp("fan_" + i)))
                .toList();
        var work = new ArrayList<Consumer<EntityManager>>();
        for (int round = 0; round < 5; round++) {
            for (var fan : fans) {
                work.add(entityManager -> on(entityManager).follow(fan, "ada"));
                work.add(entityManager -> on(entityManager).follow(fan, "grace"));
                work.add(entityManager -> on(entityManager).follow(fan, "ada"));
                if (fan.id() % 2 == 0) {
                    work.add(entityManager -> on(entityManager).unfollow(fan, "ada"));
                }
            }
        }

        Crowd.run(database, 16, work);

        assertThat(followers("grace")).isEqualTo(24);
        assertThat(followers("ada"))
                .isEqualTo(database.count(
                        "select count(*) from follows f join channels c on c.id = f.channel_id where c.name = 'ada'"))
                .isPositive();
    }

    @Test
    void anAccountThatGoesFollowsNobodyAnyMore() throws Exception {
        var names = List.of("linus", "ken", "dennis", "bjarne");
        var accounts = names.stream().map(name -> signedIn(site.signUp(name))).toList();
        accounts.forEach(account -> {
            follow(account, "ada");
            follow(account, "grace");
        });
        List<Consumer<EntityManager>> goodbyes = accounts.stream()
                .<Consumer<EntityManager>>map(account -> entityManager -> entityManager
                        .createQuery("delete from Account a where a.id = :id")
                        .setParameter("id", account.id())
                        .executeUpdate())
                .toList();

        Crowd.run(database, 4, goodbyes);

        assertThat(followers("ada")).isZero();
        assertThat(followers("grace")).isZero();
    }

    private Follows on(EntityManager entityManager) {
        var channels = ChannelsOnTest.channels(entityManager, audience.audience());
        return FollowsOnTest.follows(entityManager, channels, audience.audience(), clock);
    }

    private void follow(SignedIn who, String channel) {
        database.inTransaction(() -> follows.follow(who, channel));
    }

    private void unfollow(SignedIn who, String channel) {
        database.inTransaction(() -> follows.unfollow(who, channel));
    }

    private FollowJson get(SignedIn who, String channel) {
        return database.inTransaction(() -> follows.get(who, channel));
    }

    private long followers(String channel) {
        return database.inTransaction(() -> site.channels.get(channel)).followers();
    }
}
