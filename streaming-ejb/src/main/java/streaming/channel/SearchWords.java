package streaming.channel;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody searches for: words, each of which a channel must have, or begin, or nearly have. */
record SearchWords(String text, List<String> words) {

    /** More say nothing, and cost. */
    private static final int MOST = 6;

    // Trigrams of less than three letters would be everywhere.
    private static final String ALIKE = """
            select array(select word from search_words
                         where length(typed) > 2 and (word % typed or word like '%' || typed || '%')
                         order by similarity(word, typed) desc, word limit 10)
            from unnest(cast(:typed as text[])) with ordinality as t (typed, position) order by position
            """;

    static SearchWords of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return new SearchWords(text, words);
    }

    /** All the words, or what begins with them, for PostgreSQL's full text: being letters and digits, none is an operator. */
    String beginnings() {
        return words.stream().map(SearchWords::beginning).collect(Collectors.joining(" & "));
    }

    /** The same, with the words of channels that have one as a part or are like a mistyped one; none if there are none. */
    Optional<String> alike(EntityManager entityManager) {
        Stream<?> rows = entityManager
                .createNativeQuery(ALIKE, String[].class)
                .setParameter("typed", words.toArray(String[]::new))
                .getResultStream();
        var alike = rows.map(String[].class::cast).map(List::of).toList();
        if (alike.stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        var each = IntStream.range(0, words.size()).mapToObj(i -> Stream.concat(
                        Stream.of(beginning(words.get(i))),
                        alike.get(i).stream().map(SearchWords::quoted))
                .collect(Collectors.joining(" | ", "(", ")")));
        return Optional.of(each.collect(Collectors.joining(" & ")));
    }

    /** Of one letter almost all would be beginnings. */
    private static String beginning(String word) {
        return word.length() > 1 ? word + ":*" : word;
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** As a part of a text for {@code like}. */
    static String part(String word) {
        return "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
