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

    private static final String SEARCH = """
            found as materialized (
                select c.id, %s as key
                from channels c
                join channel_words w on w.channel_id = c.id
                left join broadcasts b on b.channel_id = c.id and b.ended_at is null
                left join a on a.name = c.name
                where w.search @@ to_tsquery('simple', :sought) %s
            ), all_of_them as (select count(*) as total from found)""";

    private static final String COUNTED = "all_of_them as (select count(*) as total from channels c where true %s)";

    private static final String LIVE = "(select channel_id from broadcasts where ended_at is null)";

    private static final String BUSY = """
            , busy as materialized (
                select c.id, %s as key
                from (select channel_id as id from broadcasts where ended_at is null
                      union select id from channels where name = any(cast(:watched as text[]))) as of_them
                join channels c on c.id = of_them.id
                left join broadcasts b on b.channel_id = c.id and b.ended_at is null
                left join a on a.name = c.name
                where true %s
            )""";

    // What is live or watched is little; all the rest has the key 0, so of it only the latest are looked at.
    private static final String BY_VIEWERS = """
            select id, key from (
                select id, key from busy
                union all
                (select c.id, 0 from channels c where c.id not in (select id from busy) %s order by c.id desc limit :most)
            ) as found where true""";

    /** Fits best: has the words in its name, its title, its bio, in this order. */
    private static final String RELEVANCE = """
            ts_rank(w.search, to_tsquery('simple', :sought)) + case when c.name = :text then 1 else 0 end""";

    // By number and not by the column: so an index that has the number counts without the rows.
    private static final String LISTED = " and c.id not in (select id from channels where visibility <> 'public')";

    private final StringBuilder where;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final ChannelFilter filter;
    private final SearchWords search;

    ChannelListing(ChannelFilter filter, Map<String, Integer> audience) {
        this(filter, audience, LISTED);
    }

    /** All that is live, also what no list shows. */
    static ChannelListing ofAllLive(Map<String, Integer> audience) {
        return new ChannelListing(ChannelFilter.LIVE, audience, "");
    }

    private ChannelListing(ChannelFilter filter, Map<String, Integer> audience, String among) {
        this.where = new StringBuilder(among);
        this.filter = filter;
        this.search = filter.text() == null ? null : SearchWords.of(filter.text());
        parameters.put("watched", audience.keySet().toArray(String[]::new));
        parameters.put("viewers", audience.values().toArray(Integer[]::new));
        if (filter.live() != null) {
            where.append(filter.live() ? " and c.id in " : " and c.id not in ").append(LIVE);
        }
        where("c.language = :language", "language", filter.language());
        where("""
                c.category_id = (select coalesce(merged_into, id) from categories
                                 where slug = :category and not hidden)""", "category", filter.category());
        where("""
                c.tags @> array(select coalesce(merged_into, name) from tags where name = :tag
                                union all select :tag limit 1)
                and not exists (select from tags where name = :tag and hidden)""", "tag", filter.tag());
        if (search != null && !isOfWords()) {
            where("lower(c.title) like :part", "part", SearchWords.part(search.text()));
        }
        if (filter.after() != null) {
            parameters.put("after_key", filter.after().key());
            parameters.put("after_id", filter.after().id());
        }
    }

    private void where(String condition, String parameter, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    private boolean isOfWords() {
        return search != null && !search.words().isEmpty();
    }

    /** One statement; for words that nobody has, two more. */
    Page<ChannelJson> run(EntityManager entityManager) {
        if (!isOfWords()) {
            parameters.put("most", filter.after() == null ? most() : filter.size());
            return run(entityManager, sql());
        }
        if (filter.sort() == ChannelSort.RELEVANCE) {
            parameters.put("text", search.text());
        }
        var exact = search(entityManager, search.beginnings());
        return exact.total() > 0
                ? exact
                : search.alike(entityManager)
                        .map(alike -> search(entityManager, alike))
                        .orElse(exact);
    }

    private Page<ChannelJson> search(EntityManager entityManager, String sought) {
        parameters.put("sought", sought);
        var key = filter.sort() == ChannelSort.RELEVANCE
                ? RELEVANCE
                : filter.sort().key();
        var found = SEARCH.formatted(key, where);
        return run(entityManager, select(found, "select id, key from found where true" + after("key", "id")));
    }

    private String sql() {
        var counted = COUNTED.formatted(where);
        var key = filter.sort().key();
        if (filter.sort() == ChannelSort.VIEWERS) {
            var rest = Boolean.TRUE.equals(filter.live()) ? where + " and false" : where + after("0", "c.id");
            return select(counted + BUSY.formatted(key, where), BY_VIEWERS.formatted(rest) + after("key", "id"));
        }
        return select(
                counted,
                "select c.id, %1$s as key from channels c where true %2$s %3$s order by %1$s desc, c.id desc limit :most"
                        .formatted(key, where, after(key, "c.id")));
    }

    private static String select(String found, String page) {
        return SELECT.formatted(found, page, ChannelRows.COLUMNS, ChannelRows.JOINS);
    }

    private String after(String afterKey, String id) {
        return filter.after() == null ? "" : " and (%s, %s) < (:after_key, :after_id)".formatted(afterKey, id);
    }

    private Page<ChannelJson> run(EntityManager entityManager, String sql) {
        var query = ChannelRows.query(entityManager, sql)
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
