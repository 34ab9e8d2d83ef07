package streaming.web.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import streaming.channel.ChannelEdit;
import streaming.channel.ChannelJson;

/** Today's stream as the fields of a form: what two pages let streamers change in one step. */
final class StreamFields {

    static final List<String> NAMES = List.of("title", "category", "tags");

    private StreamFields() {}

    static Map<String, String> values(ChannelJson channel) {
        return Map.of(
                "title", channel.title(),
                "category", Objects.requireNonNullElse(channel.category(), ""),
                "tags", String.join(" ", channel.tags()));
    }

    static ChannelEdit edit(Form form) {
        return ChannelEdit.stream(
                form.value("title"),
                form.value("category"),
                List.of(form.value("tags").split("[\\s,]+")));
    }
}
