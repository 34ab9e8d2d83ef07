package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Stream;

/** What somebody may mean who has typed this much. Two statements, whatever there is. */
@Stateless
public class Suggestions {

    /** Of less, trigrams would be everywhere: only names that begin so are suggested. */
    private static final int WORD = 3;

    private static final String BY_NAME = """
            select 'channel' as kind, c.name as key, c.name as text, c.title as note, 1.0 as fit
            from channels c where starts_with(c.name, :text) order by c.name limit 6""";

    private static final String BY_WORDS = """
            with exact as materialized (
                select c.name, c.title, 1.0 as fit from channels c
                where c.search @@ to_tsquery('simple', :beginnings)
                order by starts_with(c.name, :text) desc, c.followers desc, c.name limit 6
            ), alike as (
                select c.name, c.title, word_similarity(:text, c.words) as fit from channels c
                where :text <% c.words and not exists (select from exact)
                order by fit desc, c.name limit 6
            )
            select 'channel' as kind, name as key, name as text, title as note, fit from exact
            union all select 'channel', name, name, title, fit from alike""";

    private static final String CATALOG = """
            union all (
            select 'category', g.slug, g.name, '', 1.0 from categories g
            where not g.hidden and g.merged_into is null
              and (starts_with(lower(g.name), :text) or :text <% lower(g.name))
            order by g.name limit 3)
            union all (
            select 'tag', t.name, t.name, '', 1.0 from tags t
            where not t.hidden and t.merged_into is null and starts_with(t.name, :text)
              and exists (select from channels c where c.tags @> array[t.name])
            order by t.name limit 3)""";

    @PersistenceContext
    EntityManager entityManager;

    public List<SuggestionJson> find(String typed) {
        var search = SearchWords.of(typed);
        if (search.words().isEmpty()) {
            return List.of();
        }
        entityManager.createNativeQuery(ChannelListing.LIKENESS).getSingleResult();
        var byWords = search.text().length() >= WORD;
        var query = entityManager
                .createNativeQuery("(" + (byWords ? BY_WORDS : BY_NAME) + ") " + CATALOG, Tuple.class)
                .setParameter("text", search.text());
        if (byWords) {
            query.setParameter("beginnings", search.beginnings());
        }
        Stream<?> rows = query.getResultStream();
        return rows.map(Tuple.class::cast)
                .map(row -> SuggestionJson.of(
                        row.get("kind", String.class),
                        row.get("key", String.class),
                        row.get("text", String.class),
                        row.get("note", String.class)))
                .toList();
    }
}
