package streaming.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import streaming.channel.Channel;

/** A stream that somebody means to begin at a time. */
@Entity
@Table(name = "planned_streams")
public class PlannedStream {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID uid;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    private String title;
    private Instant startsAt;
    private Instant createdAt;

    protected PlannedStream() {} // for JPA

    PlannedStream(Channel channel, PlannedStreamInput input, Instant now) {
        this.uid = UUID.randomUUID();
        this.channel = channel;
        this.title = input.title().strip();
        this.startsAt = input.startsAt();
        this.createdAt = now;
    }

    /** Its id for everybody, also in calendars. */
    public UUID uid() {
        return uid;
    }

    public Channel channel() {
        return channel;
    }

    public String title() {
        return title;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
