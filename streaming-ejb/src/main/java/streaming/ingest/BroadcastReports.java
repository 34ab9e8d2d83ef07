package streaming.ingest;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;

/** Why a channel counts as live, or does not, for staff and admins; three statements. */
@Stateless
public class BroadcastReports {

    private static final int MOST = 20;

    @PersistenceContext
    EntityManager entityManager;

    /**
     * About the channel's last broadcast; none where it has had none.
     *
     * @throws StaffRequired the caller is neither staff nor admin
     */
    public Optional<BroadcastReport> find(SignedIn who, String channel) {
        if (!who.staff() && !who.admin()) {
            throw new StaffRequired();
        }
        return rows("""
                        select b.id, c.name, b.title, b.started_at, b.interrupted_at, b.ended_at, b.hls_url, b.lease_ends_at,
                               case when b.ended_at is null
                                    then b.interrupted_at + make_interval(secs => c.grace_seconds) end as resume_by
                        from broadcasts b join channels c on c.id = b.channel_id
                        where c.name = :of
                        order by b.started_at desc, b.id desc
                        """, channel, 1)
                .map(row -> report(row, segments(row.get("id", Long.class)), incidents(channel)))
                .findFirst();
    }

    private List<BroadcastReport.Segment> segments(long broadcastId) {
        return rows("""
                        select node, boot, client_id, address, started_at, ended_at, ended_by,
                               checked_at, stat_seen_at, playlist_at
                        from ingest_segments where broadcast_id = :of order by id desc
                        """, broadcastId, MOST)
                .map(row -> new BroadcastReport.Segment(
                        row.get("node", String.class),
                        row.get("boot", String.class),
                        row.get("client_id", Long.class),
                        row.get("address", String.class),
                        row.get("started_at", Instant.class),
                        row.get("ended_at", Instant.class),
                        row.get("ended_by", String.class),
                        row.get("checked_at", Instant.class),
                        row.get("stat_seen_at", Instant.class),
                        row.get("playlist_at", Instant.class)))
                .toList();
    }

    private List<BroadcastReport.Incident> incidents(String channel) {
        return rows("""
                        select i.at, i.kind, i.node, i.client_id, i.address
                        from ingest_incidents i join channels c on c.id = i.channel_id
                        where c.name = :of order by i.id desc
                        """, channel, MOST)
                .map(row -> new BroadcastReport.Incident(
                        row.get("at", Instant.class),
                        row.get("kind", String.class),
                        row.get("node", String.class),
                        row.get("client_id", Long.class),
                        row.get("address", String.class)))
                .toList();
    }

    private static BroadcastReport report(
            Tuple row, List<BroadcastReport.Segment> segments, List<BroadcastReport.Incident> incidents) {
        return new BroadcastReport(
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("started_at", Instant.class),
                row.get("interrupted_at", Instant.class),
                row.get("resume_by", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("hls_url", String.class),
                row.get("lease_ends_at", Instant.class),
                segments,
                incidents);
    }

    private Stream<Tuple> rows(String sql, Object of, int most) {
        Stream<?> rows = entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("of", of)
                .setMaxResults(most)
                .getResultStream();
        return rows.map(Tuple.class::cast);
    }
}
