package streaming.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Something that one may have meant: a channel, a category or a tag, and where its page is. */
public record SuggestionJson(String kind, String text, String note, String href) {

    static SuggestionJson of(String kind, String key, String text, String note) {
        return new SuggestionJson(
                kind,
                text,
                note,
                kind.equals("channel")
                        ? "/" + key
                        : "/browse?" + kind + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}
