package streaming.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import streaming.caller.SignedIn;
import streaming.channel.Channel;

/** A broadcast that can be watched again, or is on its way there. */
@Entity
@Table(name = "recordings")
public class Recording {

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    private String title;
    private Instant startedAt;
    private Instant closedAt;
    private Integer progress;
    private Instant readyAt;
    private Instant failedAt;
    private String reason = "";

    @Enumerated(EnumType.STRING)
    private RecordingTrouble trouble;

    private long durationMs;
    private long bytes;
    private boolean storyboard;
    private boolean thumbnail;
    private int parts;
    private boolean kept;
    private Instant deletedAt;

    protected Recording() {} // for JPA: streaming.recorder opens recordings, by SQL

    public RecordingState state() {
        if (readyAt != null) {
            return RecordingState.READY;
        }
        if (failedAt != null) {
            return RecordingState.FAILED;
        }
        if (closedAt == null) {
            return RecordingState.RECORDING;
        }
        return progress == null ? RecordingState.WAITING : RecordingState.REMUXING;
    }

    void edit(RecordingEdit edit) {
        title = edit.title() == null ? title : edit.title().strip();
        kept = edit.kept() == null ? kept : edit.kept();
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    /** Whether nobody is to see it any more. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isOwnedBy(SignedIn who) {
        return channel.isOwnedBy(who);
    }

    public UUID id() {
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

    public Duration duration() {
        return Duration.ofMillis(durationMs);
    }

    public long bytes() {
        return bytes;
    }

    /** Percent that is remuxed; null while nobody is at it. */
    public Integer progress() {
        return progress;
    }

    /** Why it failed; empty where it did not. */
    public String reason() {
        return failedAt == null ? "" : reason;
    }

    /** Why nothing is recorded at the moment; null where something is. */
    public RecordingTrouble trouble() {
        return trouble;
    }

    /** How many pieces it has: more than one where an encoder came back with other settings. */
    public int parts() {
        return parts;
    }

    public boolean kept() {
        return kept;
    }

    boolean hasStoryboard() {
        return storyboard;
    }

    boolean hasThumbnail() {
        return thumbnail;
    }
}
