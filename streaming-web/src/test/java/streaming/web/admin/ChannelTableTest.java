package streaming.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import streaming.moderation.AdminChannel;

class ChannelTableTest {

    private static final List<AdminChannel> ALL =
            List.of(channel("ana", 0), channel("ben", 3), channel("cleo", 70), channel("dora", 0));

    @Test
    void showsTheLiveAndFullFirst() {
        assertThat(names(new ChannelTable(ALL, ""), Map.of())).containsExactly("cleo", "ben", "ana", "dora");
    }

    @Test
    void findsByNameOwnerAndTitleWhateverTheCase() {
        assertThat(new ChannelTable(ALL, " ANA ").count(Map.of())).isEqualTo(1);
        assertThat(new ChannelTable(ALL, "Title of b").count(Map.of())).isEqualTo(1);
        assertThat(new ChannelTable(ALL, "nobody").count(Map.of())).isZero();
    }

    @Test
    void sortsAsAskedAndByNameWithinEquals() {
        assertThat(names(new ChannelTable(ALL, ""), sort("viewers", SortOrder.ASCENDING)))
                .containsExactly("ana", "dora", "ben", "cleo");
        assertThat(names(new ChannelTable(ALL, ""), sort("name", SortOrder.DESCENDING)))
                .containsExactly("dora", "cleo", "ben", "ana");
    }

    @Test
    void putsWhatIsOfflineLastByStart() {
        assertThat(names(new ChannelTable(ALL, ""), sort("startedAt", SortOrder.ASCENDING)))
                .endsWith("ana", "dora");
    }

    @Test
    void servesOnePage() {
        assertThat(new ChannelTable(ALL, "").load(1, 2, Map.of(), Map.of()))
                .extracting(AdminChannel::name)
                .containsExactly("ben", "ana");
    }

    private static List<String> names(ChannelTable table, Map<String, SortMeta> sorts) {
        return table.load(0, 10, sorts, Map.of()).stream()
                .map(AdminChannel::name)
                .toList();
    }

    private static Map<String, SortMeta> sort(String field, SortOrder order) {
        return Map.of(field, SortMeta.builder().field(field).order(order).build());
    }

    private static AdminChannel channel(String name, int viewers) {
        var started = viewers > 0 ? Instant.parse("2026-03-01T12:00:00Z").plusSeconds(viewers) : null;
        return new AdminChannel(name, "Title of " + name, name, true, null, started, viewers, "/live/" + name);
    }
}
