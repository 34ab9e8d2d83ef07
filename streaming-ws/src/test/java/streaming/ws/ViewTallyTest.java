package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import streaming.audience.Views;
import streaming.channel.ChannelJson;

class ViewTallyTest {

    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    final Map<String, Set<String>> viewers = new HashMap<>(Map.of("ada", Set.of("one"), "grace", Set.of("one")));
    final List<String> told = new ArrayList<>();
    final ViewTally tally = new ViewTally();
    boolean away;

    @BeforeEach
    void open() {
        tally.rooms = new Rooms() {
            @Override
            Set<String> viewersOf(String channel) {
                return viewers.getOrDefault(channel, Set.of());
            }
        };
        tally.views = new Views() {
            @Override
            public void count(Collection<View> seen) {
                if (away) {
                    throw new IllegalStateException("The database is away");
                }
                seen.forEach(view -> told.add(view.channel() + " " + view.viewerId()));
            }
        };
    }

    @Test
    void tellsOnlyWhoIsNewOfWhatIsLive() {
        tally.count(List.of(live("ada", START)));
        viewers.put("ada", Set.of("one", "two"));
        tally.count(List.of(live("ada", START)));
        tally.count(List.of(live("ada", START)));

        assertThat(told).containsExactly("ada one", "ada two");
    }

    @Test
    void tellsAgainWhenAnotherBroadcastBegins() {
        tally.count(List.of(live("ada", START)));
        tally.count(List.of(live("ada", START.plusSeconds(60))));

        assertThat(told).containsExactly("ada one", "ada one");
    }

    @Test
    void tellsAgainWhatTheDatabaseDidNotTake() {
        away = true;
        assertThatThrownBy(() -> tally.count(List.of(live("ada", START)))).hasMessageContaining("away");
        away = false;

        tally.count(List.of(live("ada", START)));

        assertThat(told).containsExactly("ada one");
    }

    private static ChannelJson live(String name, Instant since) {
        return new ChannelJson(
                name, "", "", "en", null, null, List.of(), List.of(), true, since, null, 0, 0, null, 0, 0, since, "", 0,
                null, null, 0, "public");
    }
}
