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
            ), %s, page as (
                select id, key, row_number() over (order by key desc, id desc) as position
                from (%s) as first_ones order by key desc, id desc limit :size offset :first
            )
            select all_of_them.total, page.key, coalesce(a.viewers, 0) as viewers, %s
            from all_of_them
            left join page on true
            left join channels c on c.id = page.id
            left join broadcasts b on b.channel_id = c.id and b.ended_at is null
            left join a on a.name = c.name
            %s
            order by page.position
            """;

    // A word that is not there may be mistyped, or a part of one: that is looked for only if nobody has all words.
    private static final String SEARCH = """
            exact as materialized (
                select c.id, %1$s as key %2$s and c.search @@ to_tsquery('simple', :beginnings)
            ), found as materialized (
                select id, key from exact
                union all
                select c.id, %1$s %2$s and not exists (select from exact) %3$s
            ), all_of_them as (select count(*) as total from found)""";

    // What is live or watched is little; all the rest has the key 0, so of it only the latest are looked at.
    private static final String BY_VIEWERS = """
            (select c.id, %1$s as key %2$s and (b.id is not null or a.name is not null))
            union all
            (select c.id, 0 %2$s and b.id is null and a.name is null %3$s order by c.id desc limit :most)""";

    /** Fits best: has the words, in its name, its title, its bio, in this order; else, has what is like them. */
    private static final String RELEVANCE = """
            case when c.search @@ to_tsquery('simple', :beginnings)
                 then 1 + ts_rank(c.search, to_tsquery('simple', :beginnings)) + case when c.name = :text then 1 else 0 end
                 else word_similarity(:text, c.words) end""";

    private final StringBuilder from = new StringBuilder("from channels c");
    private final StringBuilder where = new StringBuilder(" where true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final StringBuilder alike = new StringBuilder();
    private final ChannelFilter filter;
    private boolean words;
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
        words = true;
        parameters.put("beginnings", search.beginnings());
        int number = 0;
        for (var word : search.words()) {
            var name = "word" + number++;
            alike.append(" and (c.search @@ to_tsquery('simple', :%s_begins)".formatted(name));
            parameters.put(name + "_begins", word + ":*");
            if (word.length() > 2) { // trigrams of less would be everywhere
                alike.append(" or c.words like :%1$s_part or :%1$s <%% c.words".formatted(name));
                parameters.put(name + "_part", SearchWords.part(word));
                parameters.put(name, word);
            }
            alike.append(")");
        }
        if (filter.sort() == ChannelSort.RELEVANCE) {
            key = RELEVANCE;
            parameters.put("text", search.text());
        }
    }

    private String sql() {
        var asked = from.toString() + where;
        if (words) {
            return select(
                    SEARCH.formatted(key, asked, alike), "select id, key from found where true" + after("key", "id"));
        }
        var counted = "all_of_them as (select count(*) as total %s)".formatted(asked);
        if (filter.sort() == ChannelSort.VIEWERS) {
            var found = BY_VIEWERS.formatted(key, asked, after("0", "c.id"));
            return select(
                    counted, "select id, key from (%s) as found where true".formatted(found) + after("key", "id"));
        }
        return select(
                counted,
                "select c.id, %1$s as key %2$s %3$s order by %1$s desc, c.id desc limit :most"
                        .formatted(key, asked, after(key, "c.id")));
    }

    private static String select(String found, String page) {
        return SELECT.formatted(found, page, ChannelRows.COLUMNS, ChannelRows.JOINS);
    }

    private String after(String afterKey, String id) {
        return filter.after() == null ? "" : " and (%s, %s) < (:after_key, :after_id)".formatted(afterKey, id);
    }

    Page<ChannelJson> run(EntityManager entityManager) {
        if (words) {
            entityManager.createNativeQuery(LIKENESS).getSingleResult();
        } else {
            parameters.put("most", filter.after() == null ? most() : filter.size());
        }
        if (filter.after() != null) {
            parameters.put("after_key", filter.after().key());
            parameters.put("after_id", filter.after().id());
        }
        var query = ChannelRows.query(entityManager, sql())
                .addScalar("total", Long.class)
                .addScalar("key", Double.class)
                .addScalar("viewers", Integer.class)
                .setParameter("size", filter.size())
                .setParameter("first", filter.after() == null ? first() : 0);
        parameters.forEach(query::setParameter);
        return page(query.getResultList());
    }

    private int first() {
        return Math.multiplyExact(filter.page(), filter.size());
    }

    /** How many there are up to the end of the page. */
    private int most() {
        return filter.size() == Integer.MAX_VALUE ? filter.size() : first() + filter.size();
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
