package streaming.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import streaming.shared.Database;

/** Why a broadcast counts as live: each proof and when it was last seen, for admins to read. */
@ApplicationScoped
public class Proofs {

    private static final String KEEP = """
            update ingest_segments s
            set checked_at = p.now, stat_seen_at = case when p.published then p.now else s.stat_seen_at end,
                playlist_at = coalesce(p.playlist_at, s.playlist_at)
            from (select cast(? as timestamptz) as now, *
                  from unnest(cast(? as bigint[]), cast(? as boolean[]), cast(? as timestamptz[]))
                       as u (id, published, playlist_at)) p
            where s.id = p.id
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Keeps what a look at a node proved, in one statement. */
    void keep(List<Proof> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setObject(
                    2, proofs.stream().map(proof -> proof.segment().id()).toArray(Long[]::new));
            statement.setObject(3, proofs.stream().map(Proof::published).toArray(Boolean[]::new));
            statement.setObject(
                    4,
                    proofs.stream()
                            .map(Proof::playlistAt)
                            .map(at -> Objects.toString(at, null))
                            .toArray(String[]::new));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not keep the proofs", e);
        }
    }
}
