package streaming.channel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** A channel as one row, with all that belongs to it: so a list costs one statement however long it is. */
final class ChannelRows {

    /** For a query that has the channel as c and its open broadcast as b; hidden categories and tags are left out. */
    static final String COLUMNS = """
            c.id, c.name, c.title, c.bio, c.language, c.version, c.visibility, c.created_at, b.started_at,
            b.interrupted_at + make_interval(secs => c.grace_seconds) as resume_by, b.hls_url,
            case when b.hls_url is null then c.dvr_seconds else 0 end as dvr_seconds,
            p.name as preview, c.avatar, c.cover, c.thumbnail, c.views, c.rating_sum, c.rating_count, c.followers, g.slug as category, g.name as category_name,
            array(select t.name from unnest(c.tags) with ordinality as u (name, position)
                  join tags t on t.name = u.name and not t.hidden order by u.position) as tags,
            array(select l.kind || ' ' || l.url from channel_links l where l.channel_id = c.id order by l.position)
                as links""";

    /** What the columns need beside those two. */
    static final String JOINS = """
            left join categories g on g.id = c.category_id and not g.hidden
            left join previews p on p.broadcast_id = b.id""";

    private ChannelRows() {}

    @SuppressWarnings("unchecked") // addScalar gives up the query's type
    static NativeQuery<Tuple> query(EntityManager entityManager, String sql) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("title", String.class)
                .addScalar("bio", String.class)
                .addScalar("language", String.class)
                .addScalar("version", Long.class)
                .addScalar("visibility", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("started_at", Instant.class)
                .addScalar("resume_by", Instant.class)
                .addScalar("hls_url", String.class)
                .addScalar("dvr_seconds", Integer.class)
                .addScalar("preview", String.class)
                .addScalar("avatar", String.class)
                .addScalar("cover", String.class)
                .addScalar("thumbnail", String.class)
                .addScalar("views", Long.class)
                .addScalar("rating_sum", Long.class)
                .addScalar("rating_count", Long.class)
                .addScalar("followers", Long.class)
                .addScalar("category", String.class)
                .addScalar("category_name", String.class)
                .addScalar("tags", String[].class)
                .addScalar("links", String[].class);
    }

    static ChannelJson json(Tuple row, int viewers) {
        var name = row.get("name", String.class);
        var startedAt = row.get("started_at", Instant.class);
        var hlsUrl = row.get("hls_url", String.class);
        return new ChannelJson(
                name,
                row.get("title", String.class),
                row.get("bio", String.class),
                row.get("language", String.class),
                row.get("category", String.class),
                row.get("category_name", String.class),
                List.of(row.get("tags", String[].class)),
                Arrays.stream(row.get("links", String[].class))
                        .map(ChannelRows::link)
                        .toList(),
                startedAt != null,
                startedAt,
                row.get("resume_by", Instant.class),
                viewers,
                row.get("views", Long.class),
                MeanRating.of(row.get("rating_sum", Long.class), row.get("rating_count", Long.class)),
                row.get("rating_count", Long.class),
                row.get("followers", Long.class),
                row.get("created_at", Instant.class),
                hlsUrl == null ? ChannelJson.hlsUrl(name) : hlsUrl,
                row.get("dvr_seconds", Integer.class),
                ChannelJson.preview(row.get("preview", String.class)),
                ChannelImagesJson.of(
                        name,
                        row.get("avatar", String.class),
                        row.get("cover", String.class),
                        row.get("thumbnail", String.class)),
                row.get("version", Long.class),
                row.get("visibility", String.class));
    }

    private static SocialLink link(String kindAndUrl) {
        var parts = kindAndUrl.split(" ", 2);
        return new SocialLink(parts[0], parts[1]);
    }
}
