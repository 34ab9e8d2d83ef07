package streaming.channel;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
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

    private final List<ChannelJson> channels;
    private final Map<ChannelFilter, Answer> answers = new ConcurrentHashMap<>();

    LiveSnapshot(List<ChannelJson> channels) {
        this.channels = List.copyOf(channels);
    }

    /** All of them, most watched first. */
    public List<ChannelJson> channels() {
        return channels;
    }

    public Page<ChannelJson> page(ChannelFilter filter) {
        var found = channels.stream()
                .filter(filter.matches())
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
