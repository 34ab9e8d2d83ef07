package streaming.clip;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import streaming.account.Account;
import streaming.caller.SignedIn;
import streaming.recording.NoSuchRecording;
import streaming.recording.Recording;
import streaming.recording.RecordingAccess;
import streaming.recording.RecordingState;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** What viewers mark and find. Each public method is one transaction. */
@Stateless
public class Clips {

    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int MOST_AN_HOUR = 30;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    RecordingAccess access;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    /**
     * Marks a piece of a recording; it is cut within seconds.
     *
     * @throws InvalidInput it is longer than a minute, shorter than a second, or beyond the recording's end
     * @throws NoSuchRecording there is none that this viewer may watch
     * @throws TooManyClips they have made many
     */
    public ClipJson mark(SignedIn who, UUID recordingId, NewClip marked) {
        InvalidInput.check(validator, marked);
        var recording = entityManager.find(Recording.class, recordingId);
        if (recording == null
                || recording.state() != RecordingState.READY
                || recording.isDeleted()
                || !access.mayWatch(recording.channel().name())) {
            throw new NoSuchRecording();
        }
        check(recording, marked);
        limit(who);
        var clip = new Clip(recording, entityManager.find(Account.class, who.id()), marked, clock.instant());
        entityManager.persist(clip);
        return ClipJson.of(clip);
    }

    private static void check(Recording recording, NewClip marked) {
        var length = marked.end() - marked.start();
        if (!(length >= 1 && length <= LONGEST.toSeconds())) {
            throw new InvalidInput("end", "A clip has 1 to %d seconds.".formatted(LONGEST.toSeconds()));
        }
        if (marked.start() * 1000 >= recording.duration().toMillis()) {
            throw new InvalidInput("start", "The recording ends before that.");
        }
    }

    private void limit(SignedIn who) {
        var now = clock.instant();
        var made = entityManager
                .createQuery(
                        "select count(c) from Clip c where c.creator.id = :who and c.createdAt > :since", Long.class)
                .setParameter("who", who.id())
                .setParameter("since", now.minus(Duration.ofHours(1)))
                .getSingleResult();
        if (made >= MOST_AN_HOUR) {
            throw new TooManyClips(MOST_AN_HOUR, Duration.ofMinutes(10));
        }
    }

    /** One that this viewer may watch; refuses with {@link NoSuchClip}. */
    public ClipJson get(SignedIn viewer, UUID id) {
        var clip = find(id, LockModeType.NONE);
        var own = viewer != null && clip.isOf(viewer);
        if (!own && !access.mayWatch(clip.channel().name())) {
            throw new NoSuchClip();
        }
        return ClipJson.of(clip);
    }

    /** Whether this viewer may delete it. */
    public boolean mayDelete(SignedIn viewer, UUID id) {
        return viewer != null && find(id, LockModeType.NONE).isOf(viewer);
    }

    /** The clips of a channel that can be watched, the newest first. */
    public Page<ClipJson> of(String channel, int page, int size) {
        if (!access.mayWatch(channel)) {
            return new Page<>(List.of(), page, size, 0);
        }
        var condition =
                " from Clip c where c.channel.name = :channel and c.deletedAt is null and c.readyAt is not null";
        var items = entityManager
                .createQuery("select c" + condition + " order by c.createdAt desc, c.id", Clip.class)
                .setParameter("channel", channel)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultStream()
                .map(ClipJson::of)
                .toList();
        var total = page == 0 && items.size() < size
                ? items.size()
                : entityManager
                        .createQuery("select count(c)" + condition, Long.class)
                        .setParameter("channel", channel)
                        .getSingleResult();
        return new Page<>(items, page, size, total);
    }

    /** Deletes it. Refuses with {@link NoSuchClip} and {@link NotYourClip}. */
    public void delete(SignedIn who, UUID id) {
        var clip = find(id, LockModeType.PESSIMISTIC_WRITE);
        if (!clip.isOf(who)) {
            throw new NotYourClip();
        }
        clip.delete(clock.instant());
    }

    private Clip find(UUID id, LockModeType lock) {
        var clip = entityManager.find(Clip.class, id, lock);
        if (clip == null || clip.isDeleted()) {
            throw new NoSuchClip();
        }
        return clip;
    }
}
