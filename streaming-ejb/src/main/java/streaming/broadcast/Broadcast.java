package streaming.broadcast;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import streaming.channel.Channel;

/** One show of a channel. At most one is open a channel: the partial unique index of V3__broadcasts.sql says so. */
@Entity
@Table(name = "broadcasts")
public class Broadcast {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    private String title;
    private Instant startedAt;
    private Instant interruptedAt;
    private Instant endedAt;
    private String hlsUrl;
    private Instant leaseEndsAt;

    protected Broadcast() {} // for JPA: streaming.ingest and streaming.external start broadcasts, by SQL

    public BroadcastState state() {
        if (endedAt != null) {
            return BroadcastState.ENDED;
        }
        return interruptedAt == null ? BroadcastState.LIVE : BroadcastState.INTERRUPTED;
    }

    /** Ends it; the first end's time stays. */
    void end(Instant now) {
        endedAt = endedAt == null ? now : endedAt;
    }

    public long id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public String title() {
        return title;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Where an encoder puts it that no ingest node carries; else null. */
    public String hlsUrl() {
        return hlsUrl;
    }

    /** Until when that encoder's word counts; else null. */
    public Instant leaseEndsAt() {
        return leaseEndsAt;
    }
}
