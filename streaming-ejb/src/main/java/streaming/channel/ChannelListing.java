package streaming.channel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import streaming.shared.Page;

/**
 * The query behind every list of channels: one statement, which finds the page by few columns and an index where there is
 * one, counts all, and only then gathers what belongs to the page's channels.
 */
final class ChannelListing {

    /** How alike words must be to be one mistyped; the usual 0.6 misses a wrong letter in a short one. */
    static final String LIKENESS = "select set_config('pg_trgm.word_similarity_threshold', '0.45', true)";

    // The counts live in memory, not in the database: they come in as two arrays so that PostgreSQL can sort by them.
    private static final String SELECT = """
            with a as materialized (
                select * from unnest(cast(:watched as text[]), cast(:viewers as integer[])) as a (name, viewers)
            ), page as (
                select c.id, %1$s as key, row_number() over (order by %1$s desc, c.id desc) as position
                %2$s %3$s
                order by %1$s desc, c.id desc limit :size offset :first
            )
            select all_of_them.total, page.key, coalesce(a.viewers, 0) as viewers, %4$s
            from (select count(*) as total %2$s) as all_of_them
            left join page on true
            left join channels c on c.id = page.id
            left join broadcasts b on b.channel_id = c.id and b.ended_at is null
            left join a on a.name = c.name
            %5$s
            order by page.position
            """;

    private static final String RELEVANCE = """
            ts_rank(c.search, to_tsquery('simple', :beginnings)) + word_similarity(:text, c.words)
            + case when c.name = :text then 10 else 0 end""";

    private final StringBuilder from = new StringBuilder("from channels c");
    private final StringBuilder where = new StringBuilder(" where true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final ChannelFilter filter;
    private String key;

    ChannelListing(ChannelFilter filter, Map<String, Integer> audience) {
        this.filter = filter;
        this.key = filter.sort().key();
        parameters.put("watched", audience.keySet().toArray(String[]::new));
        parameters.put("viewers", audience.values().toArray(Integer[]::new));
        if (filter.live() != null || filter.sort() == ChannelSort.VIEWERS) {
            from.append(" left join broadcasts b on b.channel_id = c.id and b.ended_at is null");
        }
        if (filter.sort() == ChannelSort.VIEWERS) {
            from.append(" left join a on a.name = c.name");
        }
        if (filter.live() != null) {
            where.append(" and b.id is ").append(filter.live() ? "not null" : "null");
        }
        where("c.language = :language", "language", filter.language());
        where("""
                c.category_id = (select coalesce(merged_into, id) from categories
                                 where slug = :category and not hidden)""", "category", filter.category());
        where("""
                c.tags @> array(select coalesce(merged_into, name) from tags where name = :tag
                                union all select :tag limit 1)
                and not exists (select from tags where name = :tag and hidden)""", "tag", filter.tag());
        if (filter.text() != null) {
            search(SearchWords.of(filter.text()));
        }
    }

    private void where(String condition, String parameter, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    private void search(SearchWords search) {
        if (search.words().isEmpty()) {
            where("c.words like :part", "part", SearchWords.part(search.text()));
            return;
        }
        int number = 0;
        for (var word : search.words()) {
            var name = "word" + number++;
            where.append(" and (c.search @@ to_tsquery('simple', :")
                    .append(name)
                    .append("_begins)");
            parameters.put(name + "_begins", word + ":*");
            if (word.length() > 2) { // trigrams of less would be everywhere
                where.append(" or c.words like :%1$s_part or :%1$s <%% c.words".formatted(name));
                parameters.put(name + "_part", SearchWords.part(word));
                parameters.put(name, word);
            }
            where.append(")");
        }
        if (filter.sort() == ChannelSort.RELEVANCE) {
            key = RELEVANCE;
            parameters.put("beginnings", search.beginnings());
            parameters.put("text", search.text());
        }
    }

    Page<ChannelJson> run(EntityManager entityManager) {
        var after = filter.after() == null ? "" : " and (%s, c.id) < (:after_key, :after_id)".formatted(key);
        if (filter.text() != null) {
            entityManager.createNativeQuery(LIKENESS).getSingleResult();
        }
        var query = ChannelRows.query(
                        entityManager,
                        SELECT.formatted(
                                key, from.toString() + where, after, ChannelRows.COLUMNS, ChannelRows.CATEGORY))
                .addScalar("total", Long.class)
                .addScalar("key", Double.class)
                .addScalar("viewers", Integer.class)
                .setParameter("size", filter.size())
                .setParameter("first", filter.after() == null ? Math.multiplyExact(filter.page(), filter.size()) : 0);
        parameters.forEach(query::setParameter);
        if (filter.after() != null) {
            query.setParameter("after_key", filter.after().key());
            query.setParameter("after_id", filter.after().id());
        }
        return page(query.getResultList());
    }

    private Page<ChannelJson> page(List<Tuple> rows) {
        var found = rows.stream().filter(row -> row.get("id") != null).toList();
        var items = found.stream()
                .map(row -> ChannelRows.json(row, row.get("viewers", Integer.class)))
                .toList();
        return new Page<>(items, filter.page(), filter.size(), rows.get(0).get("total", Long.class), next(found));
    }

    /** Where the next page begins; null after the last, and where the order is one of a moment. */
    private String next(List<Tuple> found) {
        if (found.size() < filter.size() || filter.sort() == ChannelSort.RELEVANCE) {
            return null;
        }
        var last = found.get(found.size() - 1);
        return new ListCursor(last.get("key", Double.class), last.get("id", Long.class)).text();
    }
}
