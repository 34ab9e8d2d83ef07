package streaming.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import streaming.shared.InvalidInput;

/** Tags as people type them, in the one form in which they are kept: lower case, words joined by hyphens. */
public final class TagNames {

    /** How many a channel may have. */
    public static final int MOST = 10;

    static final int LONGEST = 25;

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");

    private TagNames() {}

    /** The one form of a tag; a leading # is how people write them elsewhere. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^#", "")
                .replaceAll("[\\s_]+", "-");
    }

    /** The tags of a channel, each once; refuses what is none by the field {@code tags}. */
    static List<String> normal(List<String> typed) {
        if (typed.size() > 10 * MOST) {
            throw tooMany();
        }
        var names = typed.stream()
                .filter(tag -> tag != null && !tag.isBlank())
                .map(TagNames::checked)
                .distinct()
                .toList();
        if (names.size() > MOST) {
            throw tooMany();
        }
        return names;
    }

    private static String checked(String typed) {
        var name = typed.length() > 10 * LONGEST ? "" : normal(typed);
        if (name.codePointCount(0, name.length()) > LONGEST
                || !FORM.matcher(name).matches()) {
            throw new InvalidInput(
                    "tags", "Use letters, digits and hyphens in a tag, at most %d characters.".formatted(LONGEST));
        }
        return name;
    }

    private static InvalidInput tooMany() {
        return new InvalidInput("tags", "Use at most %d tags.".formatted(MOST));
    }
}
