package streaming.web.page;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import streaming.channel.ChannelLanguage;

/** The languages a streamer can choose from, each in its own words. */
final class Languages {

    private static final Map<String, String> ALL = labels();

    private Languages() {}

    /** Labels to codes, as a select wants them, by their English names. */
    static Map<String, String> all() {
        return ALL;
    }

    /** The same, with a code that has a country in it. */
    static Map<String, String> including(String chosen) {
        if (chosen == null || chosen.isEmpty() || ALL.containsValue(chosen)) {
            return ALL;
        }
        var labels = new TreeMap<>(ALL);
        labels.put(label(chosen), chosen);
        return labels;
    }

    private static Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        ChannelLanguage.codes().forEach(code -> labels.put(label(code), code));
        return Collections.unmodifiableSortedMap(labels);
    }

    private static String label(String code) {
        var locale = Locale.forLanguageTag(code);
        var english = locale.getDisplayName(Locale.ENGLISH);
        var own = locale.getDisplayLanguage(locale);
        return own.isEmpty() || own.equalsIgnoreCase(english) ? english : english + " · " + own;
    }
}
