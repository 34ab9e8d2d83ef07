package streaming.channel;

import java.util.Optional;
import java.util.function.Predicate;
import streaming.catalog.Merged;
import streaming.catalog.TagNames;
import streaming.shared.Parameter;

/**
 * Which channels are asked for; null leaves a condition out. Pages count from 0; with a cursor, the page is the one that
 * follows it.
 */
public record ChannelFilter(
        Boolean live,
        String category,
        String tag,
        String language,
        String text,
        ChannelSort sort,
        int page,
        int size,
        ListCursor after) {

    /** All that is live, most watched first. */
    static final ChannelFilter LIVE =
            new ChannelFilter(true, null, null, null, null, ChannelSort.VIEWERS, 0, Integer.MAX_VALUE, null);

    /** As the parameters of an address say it; refuses what breaks a rule by its name. */
    public static ChannelFilter of(
            String live,
            String category,
            String tag,
            String language,
            String q,
            String sort,
            String page,
            String size,
            String after) {
        var text = Parameter.text("q", q, 100);
        var searched = text == null || text.isBlank() ? null : text.strip();
        return new ChannelFilter(
                Parameter.flag("live", live),
                orNull(Parameter.text("category", category, 50)),
                Optional.ofNullable(orNull(Parameter.text("tag", tag, 50)))
                        .map(TagNames::normal)
                        .orElse(null),
                ChannelLanguage.checked(orNull(Parameter.text("language", language, 12))),
                searched,
                ChannelSort.of(orNull(sort), searched != null),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 200).intValue(),
                ListCursor.of(after));
    }

    /** A form sends an empty field for a condition that is left out. */
    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether what is live, in memory, answers it: all but a search. */
    public boolean isOfTheLive() {
        return Boolean.TRUE.equals(live) && text == null && after == null;
    }

    /** Whether a channel that is live is among those asked for; what was merged away is asked for by its old name, too. */
    Predicate<ChannelJson> matches(Merged merged) {
        var filed = merged.category(category);
        var tagged = merged.tag(tag);
        return channel -> (filed == null || filed.equals(channel.category()))
                && (tagged == null || channel.tags().contains(tagged))
                && (language == null || language.equals(channel.language()));
    }
}
