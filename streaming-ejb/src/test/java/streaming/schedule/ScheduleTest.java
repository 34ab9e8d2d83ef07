package streaming.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
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
import streaming.channel.ChannelsOnTest;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class ScheduleTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Schedule schedule = new Schedule();
    ChannelsOnTest site;
    Account ada;

    @BeforeEach
    void signUp() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        schedule.entityManager = database.entityManager();
        schedule.validator = Validation.buildDefaultValidatorFactory().getValidator();
        schedule.clock = clock;
        ada = site.signUp("ada");
    }

    @Test
    void showsWhatIsToComeTheNextFirst() {
        plan("Later", in(48));
        var next = plan(" Next ", in(1));
        assertThat(titles()).containsExactly("Next", "Later");

        clock.advance(Duration.ofHours(2));
        assertThat(titles()).as("late").containsExactly("Next", "Later");
        clock.advance(Duration.ofHours(2));
        assertThat(titles()).containsExactly("Later");
        database.inTransaction(() -> schedule.cancel(signedIn(ada), "ada", next.id()));
        assertThatThrownBy(() -> database.inTransaction(() -> schedule.cancel(signedIn(ada), "ada", next.id())))
                .isInstanceOf(NoSuchPlannedStream.class);
    }

    @Test
    void refusesWhatBreaksARuleOrIsNotTheOwners() {
        for (var wrong : List.of(
                new PlannedStreamInput("", in(1)),
                new PlannedStreamInput("x".repeat(101), in(1)),
                new PlannedStreamInput("Past", in(-1)),
                new PlannedStreamInput("Far", in(24 * 400)),
                new PlannedStreamInput("Never", null))) {
            assertThatThrownBy(() -> schedule.plan(signedIn(ada), "ada", wrong)).isInstanceOf(InvalidInput.class);
        }
        var bob = signedIn(site.signUp("bob"));
        var input = new PlannedStreamInput("Mine", in(1));
        assertThatThrownBy(() -> database.inTransaction(() -> schedule.plan(bob, "ada", input)))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> schedule.cancel(bob, "ada", UUID.randomUUID())))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> schedule.plan(bob, "nobody", input)))
                .isInstanceOf(NoSuchChannel.class);
        for (int i = 0; i < 100; i++) {
            plan("One of many", in(1));
        }
        assertThatThrownBy(() -> plan("One too many", in(1))).isInstanceOf(ScheduleFull.class);
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private PlannedStreamJson plan(String title, Instant at) {
        return database.inTransaction(() -> schedule.plan(signedIn(ada), "ada", new PlannedStreamInput(title, at)));
    }

    private List<String> titles() {
        return database.inTransaction(() -> schedule.of("ada")).stream()
                .map(PlannedStreamJson::title)
                .toList();
    }
}
