package streaming.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import streaming.shared.InvalidInput;

/** The language of a channel: a code of ISO 639-1, and where that matters a country of ISO 3166, such as pt-BR. */
public final class ChannelLanguage {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ChannelLanguage() {}

    /** All codes there are. */
    public static List<String> codes() {
        return Arrays.asList(Locale.getISOLanguages());
    }

    /** The tag, or null for null; refuses with {@link InvalidInput} what names no language. */
    static String checked(String tag) {
        if (tag == null) {
            return null;
        }
        var parts = tag.split("-", -1);
        var known = LANGUAGES.contains(parts[0]) && (parts.length == 1 || COUNTRIES.contains(parts[1]));
        if (!known || parts.length > 2) {
            throw new InvalidInput("language", "Use a code of ISO 639 such as en, or pt-BR.");
        }
        return tag;
    }
}
