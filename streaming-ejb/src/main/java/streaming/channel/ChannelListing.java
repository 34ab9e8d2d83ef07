package streaming.channel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import streaming.shared.Page;

/** The query behind every list of channels: one statement, which also counts and sorts by who watches now. */
final class ChannelListing {

    // The counts live in memory, not in the database: they come in as two arrays so that PostgreSQL can sort by them.
    private static final String SELECT = """
            select c.name, c.title, c.bio, c.language, c.created_at, b.started_at, p.name as preview,
                   c.avatar, c.cover, c.thumbnail,
                   c.followers, c.rating_sum, c.rating_count, c.views,
                   coalesce(a.viewers, 0) as viewers, count(*) over () as total
            from channels c
            left join broadcasts b on b.channel_id = c.id and b.ended_at is null
            left join previews p on p.broadcast_id = b.id
            left join unnest(cast(:watched as text[]), cast(:viewers as integer[])) as a (name, viewers)
                   on a.name = c.name
            where true
            """;

    private final StringBuilder sql = new StringBuilder(SELECT);
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final ChannelFilter filter;

    ChannelListing(ChannelFilter filter, Map<String, Integer> audience) {
        this.filter = filter;
        parameters.put("watched", audience.keySet().toArray(String[]::new));
        parameters.put("viewers", audience.values().toArray(Integer[]::new));
        if (filter.live() != null) {
            sql.append(" and b.id is ").append(filter.live() ? "not null" : "null");
        }
        where("c.language = :language", "language", filter.language());
        where("(c.name ilike :text or c.title ilike :text)", "text", pattern(filter.text()));
        sql.append(" order by ").append(filter.sort().orderBy());
    }

    private void where(String condition, String parameter, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    private static String pattern(String text) {
        return text == null || text.isBlank() ? null : "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    @SuppressWarnings("unchecked") // addScalar gives up the query's type
    Page<ChannelJson> run(EntityManager entityManager) {
        var query = entityManager
                .createNativeQuery(sql.toString(), Tuple.class)
                .setFirstResult(Math.multiplyExact(filter.page(), filter.size()))
                .setMaxResults(filter.size())
                .unwrap(NativeQuery.class);
        query.addScalar("name", String.class)
                .addScalar("title", String.class)
                .addScalar("bio", String.class)
                .addScalar("language", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("started_at", Instant.class)
                .addScalar("preview", String.class)
                .addScalar("avatar", String.class)
                .addScalar("cover", String.class)
                .addScalar("thumbnail", String.class)
                .addScalar("viewers", Integer.class)
                .addScalar("followers", Long.class)
                .addScalar("rating_sum", Long.class)
                .addScalar("rating_count", Long.class)
                .addScalar("views", Long.class)
                .addScalar("total", Long.class);
        parameters.forEach(query::setParameter);
        List<Tuple> rows = query.getResultList();
        var total = rows.isEmpty() ? 0 : rows.get(0).get("total", Long.class);
        return new Page<>(rows.stream().map(ChannelListing::json).toList(), filter.page(), filter.size(), total);
    }

    private static ChannelJson json(Tuple row) {
        return ChannelJson.of(
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("bio", String.class),
                row.get("language", String.class),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("viewers", Integer.class),
                new ChannelCounts(
                        row.get("followers", Long.class),
                        row.get("rating_sum", Long.class),
                        row.get("rating_count", Long.class),
                        row.get("views", Long.class)),
                row.get("preview", String.class),
                ChannelImagesJson.of(
                        row.get("name", String.class),
                        row.get("avatar", String.class),
                        row.get("cover", String.class),
                        row.get("thumbnail", String.class)));
    }
}
