package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import streaming.shared.Page;

class BrowseAddressTest {

    @Test
    void turnsPagesAndKeepsWhatIsLookedAt() {
        var address = address(Map.of("tag", "slow food", "live", "", "page", "1", "after", "abc"));

        var turn = address.turn(new Page<>(List.of(), 1, 24, 60, "def"));

        assertThat(turn.before()).isEqualTo("/browse?tag=slow+food");
        assertThat(turn.after()).isEqualTo("/browse?tag=slow+food&page=2&after=def");
    }

    @Test
    void turnsByNumberWhereTheOrderIsOfAMoment() {
        var address = address(Map.of("q", "bread"));

        assertThat(address.turn(new Page<>(List.of(), 0, 24, 25)).after()).isEqualTo("/browse?q=bread&page=1");
    }

    @Test
    void endsWithTheLastPage() {
        var address = address(Map.of());

        assertThat(address.turn(new Page<>(List.of(), 0, 24, 24, "full"))).isEqualTo(new Turn("", ""));
        assertThat(address.turn(new Page<>(List.of(), 1, 24, 48, "full"))).isEqualTo(new Turn("/browse", ""));
        assertThat(address.turn(new Page<>(List.of(), 900, 24, 49))).isEqualTo(new Turn("/browse?page=2", ""));
        assertThat(address.turn(new Page<>(List.of(), 0, 24, 0))).isEqualTo(new Turn("", ""));
    }

    private static BrowseAddress address(Map<String, String> parameters) {
        return new BrowseAddress("/browse", parameters::get);
    }
}
