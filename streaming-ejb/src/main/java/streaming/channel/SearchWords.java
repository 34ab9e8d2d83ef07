package streaming.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody searches for: words, each of which a channel must have, or begin, or nearly have. */
record SearchWords(String text, List<String> words) {

    /** More say nothing, and cost. */
    private static final int MOST = 6;

    static SearchWords of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return new SearchWords(text, words);
    }

    /** The words for PostgreSQL's full text: they are letters and digits, so none is an operator. */
    String beginnings() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    /** As a part of a text for {@code like}. */
    static String part(String word) {
        return "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
