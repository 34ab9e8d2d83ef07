package streaming.broadcast;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One connection of an encoder within a broadcast, from its publish to its end. */
@Entity
@Table(name = "ingest_segments")
public class IngestSegment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Broadcast broadcast;

    @Embedded
    private Fence fence;

    private Instant startedAt;
    private Instant endedAt;

    protected IngestSegment() {} // for JPA: SQL starts and ends segments

    public Broadcast broadcast() {
        return broadcast;
    }

    public Fence fence() {
        return fence;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public boolean isOpen() {
        return endedAt == null;
    }
}
