package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Stream;

/** What somebody may mean who has typed this much. Two statements; for words that nobody has, two more. */
@Stateless
public class Suggestions {

    /** Of less, trigrams would be everywhere: only names that begin so are suggested. */
    private static final int WORD = 3;

    private static final String BY_NAME = """
            select 'channel' as kind, c.name as key, c.name as text, c.title as note from channels c
            where starts_with(c.name collate "C", :text) and c.visibility = 'public'
            order by c.name collate "C" limit 6""";

    private static final String BY_WORDS = """
            select 'channel' as kind, c.name as key, c.name as text, c.title as note from channel_words w join channels c on c.id = w.channel_id
            where w.search @@ to_tsquery('simple', :sought) and c.visibility = 'public'
            order by starts_with(c.name, :text) desc, c.followers desc, c.name limit 6""";

    private static final String CATALOG = """
            (select 'category' as kind, g.slug as key, g.name as text, '' as note from categories g
            where not g.hidden and g.merged_into is null
              and (starts_with(lower(g.name), :text) or word_similarity(:text, lower(g.name)) >= 0.45)
            order by g.name limit 3)
            union all
            (select 'tag', t.name, t.name, '' from tags t
            where not t.hidden and t.channels > 0 and starts_with(t.name, :text)
            order by t.channels desc, t.name limit 3)""";

    @PersistenceContext
    EntityManager entityManager;

    public List<SuggestionJson> find(String typed) {
        var search = SearchWords.of(typed);
        if (search.words().isEmpty()) {
            return List.of();
        }
        var channels = channels(search);
        Stream<?> catalog = query(CATALOG).setParameter("text", search.text()).getResultStream();
        return Stream.concat(channels.stream(), catalog.map(Tuple.class::cast))
                .map(row -> SuggestionJson.of(
                        row.get("kind", String.class),
                        row.get("key", String.class),
                        row.get("text", String.class),
                        row.get("note", String.class)))
                .toList();
    }

    private List<Tuple> channels(SearchWords search) {
        if (search.text().length() < WORD) {
            return rows(query(BY_NAME).setParameter("text", search.text()));
        }
        var exact = byWords(search, search.beginnings());
        return exact.isEmpty()
                ? search.alike(entityManager)
                        .map(alike -> byWords(search, alike))
                        .orElse(exact)
                : exact;
    }

    private List<Tuple> byWords(SearchWords search, String sought) {
        return rows(query(BY_WORDS).setParameter("text", search.text()).setParameter("sought", sought));
    }

    private Query query(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class);
    }

    private static List<Tuple> rows(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast).toList();
    }
}
