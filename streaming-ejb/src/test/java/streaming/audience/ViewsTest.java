package streaming.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.Crowd;
import streaming.TestDatabase;
import streaming.audience.Views.View;
import streaming.broadcast.BroadcastsOnTest;
import streaming.channel.ChannelsOnTest;
import streaming.shared.TestClock;

class ViewsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Views views = new Views();

    @BeforeEach
    void open() {
        views.dataSource = database.dataSource();
        views.clock = clock;
        var site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        site.signUp("ada");
        site.signUp("grace");
        BroadcastsOnTest.start(database, clock, "ada");
    }

    @Test
    void countsAViewerOnceABroadcast() {
        views.count(List.of(new View("ada", "one"), new View("ada", "two"), new View("ada", "one")));
        views.count(List.of(new View("ada", "two"), new View("grace", "two"), new View("nobody", "two")));
        assertThat(viewsOf("ada")).isEqualTo(2);
        assertThat(viewsOf("grace")).as("offline").isZero();

        BroadcastsOnTest.end(database, clock, "ada");
        BroadcastsOnTest.start(database, clock, "ada");
        views.count(List.of(new View("ada", "two")));

        assertThat(viewsOf("ada")).isEqualTo(3);
    }

    @Test
    void countsExactlyWhatManyNodesSeeAtOnce() throws Exception {
        BroadcastsOnTest.start(database, clock, "grace");
        var seen = IntStream.range(0, 200)
                .mapToObj(i -> new View(i % 2 == 0 ? "ada" : "grace", "viewer " + i / 4))
                .toList();
        var nodes = IntStream.range(0, 32)
                .<java.util.function.Consumer<jakarta.persistence.EntityManager>>mapToObj(
                        node -> entityManager -> views.count(seen.subList(node * 5, 200)))
                .toList();

        Crowd.run(database, 8, nodes);

        assertThat(viewsOf("ada")).isEqualTo(50);
        assertThat(viewsOf("grace")).isEqualTo(50);
    }

    @Test
    void forgetsWhoSawWhatEndedADayAgoAndKeepsTheCount() {
        views.count(List.of(new View("ada", "one")));
        BroadcastsOnTest.end(database, clock, "ada");

        clock.advance(Duration.ofHours(25));
        views.forget();

        assertThat(database.count("select count(*) from broadcast_views")).isZero();
        assertThat(viewsOf("ada")).isEqualTo(1);
    }

    private long viewsOf(String channel) {
        return database.count("select views from channels where name = '" + channel + "'");
    }
}
