package streaming.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.Crowd;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class RatingsTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    ChannelsOnTest site;
    Ratings ratings;
    SignedIn ada;
    SignedIn grace;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, audience.audience());
        ratings = ratings(database.entityManager(), site.channels);
        ada = signedIn(site.signUp("ada"));
        grace = signedIn(site.signUp("grace"));
    }

    @Test
    void theLastOfSomebodysRatingsCounts() {
        rate(grace, "ada", 1);
        rate(grace, "ada", 4);
        rate(signedIn(site.signUp("linus")), "ada", 5);

        assertThat(get(grace)).isEqualTo(new RatingJson(4, 4.5, 2));
        var channel = database.inTransaction(() -> site.channels.get("ada"));
        assertThat(channel.rating()).isEqualTo(4.5);
        assertThat(channel.ratings()).isEqualTo(2);
    }

    @Test
    void takesARatingBack() {
        rate(grace, "ada", 2);

        database.inTransaction(() -> ratings.withdraw(grace, "ada"));
        database.inTransaction(() -> ratings.withdraw(grace, "ada"));

        assertThat(get(grace)).isEqualTo(new RatingJson(null, null, 0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "6", "-1", "4.5", "1e99"})
    void refusesWhatIsNotOneToFive(BigDecimal stars) {
        assertThatThrownBy(() -> ratings.rate(grace, "ada", new StarsJson(stars)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesOnesOwnChannelAndOneThatIsNotThere() {
        assertThatThrownBy(() -> rate(ada, "ada", 5)).isInstanceOf(CannotRateYourself.class);
        assertThatThrownBy(() -> rate(ada, "nobody", 5)).isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> ratings.get(ada, "nobody")).isInstanceOf(NoSuchChannel.class);
    }

    @Test
    void sumsExactlyWhatManyRateAtOnce() throws Exception {
        var fans = IntStream.range(0, 16)
                .mapToObj(i -> signedIn(site.signUp("fan_" + i)))
                .toList();
        var work = new ArrayList<Consumer<EntityManager>>();
        for (int stars = 1; stars <= 5; stars++) {
            for (var fan : fans) {
                var given = StarsJson.of((stars + fan.id()) % 5 + 1);
                work.add(entityManager -> on(entityManager).rate(fan, "ada", given));
                if (fan.id() % 4 == 0) {
                    work.add(entityManager -> on(entityManager).withdraw(fan, "ada"));
                }
            }
        }

        Crowd.run(database, 16, work);

        assertThat(database.count("select rating_sum from channels where name = 'ada'"))
                .isEqualTo(database.count("select sum(stars) from ratings"))
                .isPositive();
        assertThat(database.count("select rating_count from channels where name = 'ada'"))
                .isEqualTo(database.count("select count(*) from ratings"));
    }

    @Test
    void aRatingGoesWithItsAccount() {
        rate(grace, "ada", 2);

        database.inTransaction(() -> database.entityManager()
                .createQuery("delete from Account a where a.id = :id")
                .setParameter("id", grace.id())
                .executeUpdate());

        assertThat(get(ada)).isEqualTo(new RatingJson(null, null, 0));
    }

    private Ratings on(EntityManager entityManager) {
        return ratings(entityManager, ChannelsOnTest.channels(entityManager, audience.audience()));
    }

    private Ratings ratings(EntityManager entityManager, Channels channels) {
        var made = new Ratings();
        made.entityManager = entityManager;
        made.channels = channels;
        made.validator = VALIDATOR;
        made.clock = clock;
        return made;
    }

    private void rate(SignedIn who, String channel, long stars) {
        database.inTransaction(() -> ratings.rate(who, channel, StarsJson.of(stars)));
    }

    private RatingJson get(SignedIn who) {
        return database.inTransaction(() -> ratings.get(who, "ada"));
    }
}
