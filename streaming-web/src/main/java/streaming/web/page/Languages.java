package streaming.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages a streamer can choose from, each in its own words. */
final class Languages {

    private static final List<String> OFFERED = List.of(
            "en", "ar", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl",
            "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh");

    private Languages() {}

    /** Labels to codes, as a select wants them; a code set by other means is kept among them. */
    static Map<String, String> including(String chosen) {
        var labels = new LinkedHashMap<String, String>();
        OFFERED.forEach(code -> labels.put(label(code), code));
        if (chosen != null && !OFFERED.contains(chosen)) {
            labels.put(label(chosen), chosen);
        }
        return labels;
    }

    private static String label(String code) {
        var locale = Locale.forLanguageTag(code);
        var own = locale.getDisplayLanguage(locale);
        return own.isEmpty() ? code : own.substring(0, 1).toUpperCase(locale) + own.substring(1);
    }
}
