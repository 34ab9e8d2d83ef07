package streaming.web.admin;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import streaming.moderation.AdminChannel;

/** The channels that match a search, one page of them at a time, in the order that the admin asked for. */
public class ChannelTable extends LazyDataModel<AdminChannel> {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Comparator<AdminChannel>> ORDERS = Map.of(
            "name", comparing(AdminChannel::name),
            "live", comparing(AdminChannel::live),
            "startedAt", comparing(AdminChannel::startedAt, nullsLast(naturalOrder())),
            "viewers", comparing(AdminChannel::viewers),
            "owner",
                    comparing(AdminChannel::bannedAt, nullsLast(naturalOrder())).thenComparing(AdminChannel::owner));

    // live first, the fullest first: what an admin comes to see
    private static final Comparator<AdminChannel> USUAL = comparing(AdminChannel::live)
            .thenComparing(AdminChannel::viewers)
            .reversed()
            .thenComparing(AdminChannel::name);

    private final transient List<AdminChannel> found;

    ChannelTable(List<AdminChannel> all, String search) {
        var wanted = search.strip().toLowerCase(Locale.ROOT);
        found = all.stream().filter(channel -> matches(channel, wanted)).toList();
    }

    private static boolean matches(AdminChannel channel, String wanted) {
        return channel.name().contains(wanted)
                || channel.owner().contains(wanted)
                || channel.title().toLowerCase(Locale.ROOT).contains(wanted);
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return found.size();
    }

    @Override
    public List<AdminChannel> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        return found.stream()
                .sorted(order(sorts.values()))
                .skip(first)
                .limit(size)
                .toList();
    }

    private static Comparator<AdminChannel> order(Iterable<SortMeta> sorts) {
        for (var sort : sorts) {
            var order = ORDERS.get(sort.getField());
            if (order != null && sort.isActive()) {
                return (sort.getOrder().isDescending() ? order.reversed() : order).thenComparing(AdminChannel::name);
            }
        }
        return USUAL;
    }
}
