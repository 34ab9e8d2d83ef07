package streaming.clip;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import streaming.account.Account;
import streaming.caller.SignedIn;
import streaming.channel.Channel;
import streaming.recording.Recording;

/** A piece of a recording. It is cut after it was marked, and stays when the recording goes. */
@Entity
@Table(name = "clips")
public class Clip {

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    @ManyToOne(fetch = FetchType.LAZY)
    private Recording recording;

    @ManyToOne(fetch = FetchType.LAZY)
    private Account creator;

    private String title;
    private long startMs;
    private long lengthMs;
    private Instant createdAt;
    private Instant dueAt;
    private Instant readyAt;
    private Instant failedAt;
    private Instant deletedAt;

    protected Clip() {} // for JPA

    Clip(Recording recording, Account creator, NewClip marked, Instant now) {
        this.id = UUID.randomUUID();
        this.channel = recording.channel();
        this.recording = recording;
        this.creator = creator;
        this.title = marked.title().strip();
        this.startMs = Math.round(marked.start() * 1000);
        this.lengthMs = Math.round((marked.end() - marked.start()) * 1000);
        this.createdAt = now;
        this.dueAt = now;
    }

    /** Whether this one may delete it: who made it, and whose channel it shows. */
    boolean isOf(SignedIn who) {
        return channel.isOwnedBy(who) || who.admin() || (creator != null && creator.id() == who.id());
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether somebody is still to cut it. */
    boolean isDue() {
        return dueAt != null && readyAt == null && failedAt == null;
    }

    public UUID id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    /** What it was cut of; null where that is gone. */
    Recording recording() {
        return recording;
    }

    /** Who marked it; null where they are gone. */
    Account creator() {
        return creator;
    }

    public String title() {
        return title;
    }

    Duration start() {
        return Duration.ofMillis(startMs);
    }

    Duration length() {
        return Duration.ofMillis(lengthMs);
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isReady() {
        return readyAt != null;
    }

    boolean isFailed() {
        return failedAt != null;
    }
}
