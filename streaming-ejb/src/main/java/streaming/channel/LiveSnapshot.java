package streaming.channel;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import streaming.catalog.Merged;
import streaming.shared.Page;

/** What was live at one moment. Lists of it are made once for all who ask the same. */
public final class LiveSnapshot {

    /** An answer as it is sent, and what tells it from others (RFC 9110 §8.8.3). */
    public static final class Answer {

        private final byte[] json;
        private final String etag;

        private Answer(byte[] json) {
            var sum = new CRC32C();
            sum.update(json);
            this.json = json;
            this.etag = Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(json.length);
        }

        /** Shared, and never written to. */
        public byte[] json() {
            return json;
        }

        public String etag() {
            return etag;
        }
    }

    /** More kinds of questions are answered, but not remembered: a second is over soon. */
    private static final int MOST = 500;

    private static final Jsonb JSON = JsonbBuilder.create();

    private final List<ChannelJson> all;
    private final List<ChannelJson> channels;
    private final Map<String, ChannelJson> byName;
    private final Merged merged;
    private final Map<ChannelFilter, Answer> answers = new ConcurrentHashMap<>();

    LiveSnapshot(List<ChannelJson> all, Merged merged) {
        this.merged = merged;
        this.all = List.copyOf(all);
        this.channels = all.stream().filter(ChannelJson::listed).toList();
        this.byName = channels.stream().collect(Collectors.toMap(ChannelJson::name, Function.identity()));
    }

    /** All of them, most watched first, also what no list shows. */
    public List<ChannelJson> all() {
        return all;
    }

    /** Those that lists show, most watched first. */
    public List<ChannelJson> channels() {
        return channels;
    }

    boolean isOf(List<ChannelJson> others, Merged othersMerged) {
        return all.equals(others) && merged.equals(othersMerged);
    }

    /** The channel of this name, if it is live. */
    Optional<ChannelJson> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Page<ChannelJson> page(ChannelFilter filter) {
        var found = channels.stream()
                .filter(filter.matches(merged))
                .sorted(filter.sort().order())
                .toList();
        var items = found.stream()
                .skip(Math.multiplyExact((long) filter.page(), filter.size()))
                .limit(filter.size())
                .toList();
        return new Page<>(items, filter.page(), filter.size(), found.size());
    }

    public Answer answer(ChannelFilter filter) {
        var known = answers.get(filter);
        if (known != null) {
            return known;
        }
        var answer = new Answer(JSON.toJson(page(filter)).getBytes(StandardCharsets.UTF_8));
        if (answers.size() < MOST) {
            answers.put(filter, answer);
        }
        return answer;
    }
}
