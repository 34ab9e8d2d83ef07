package streaming.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import streaming.ingest.IngestNodes;
import streaming.ingest.RecordedFile;
import streaming.recording.RecordingConfig;
import streaming.recording.RecordingTrouble;
import streaming.recording.VodFolder;

/**
 * Sees to it that what is live is written. It believes the files that a node lists and nothing else: a stream whose file
 * grows is recorded, for any other the node is told to start, which changes nothing where it does record. So it can begin
 * anew at any moment, and takes up what it finds.
 */
@ApplicationScoped
public class Recorder {

    private static final Logger LOG = System.getLogger(Recorder.class.getName());

    /** How long nothing may be written while viewers get new pictures. */
    static final Duration STALL = Duration.ofSeconds(4);

    /** How long a stream may take to its first byte: it begins at a key frame. */
    static final Duration BEGINNING = Duration.ofSeconds(15);

    /** Between two tries with a node that does not write. */
    static final Duration RETRY = Duration.ofSeconds(15);

    /** So often in a row a file must have grown until a trouble counts as over. */
    static final int STEADY = 3;

    /** Late bytes of an encoder that has just gone are still written. */
    private static final Duration LATE = Duration.ofSeconds(1);

    /** A file that belongs to no broadcast goes when it is so old. */
    private static final Duration STRAY = Duration.ofHours(1);

    @Inject
    IngestNodes nodes;

    @Inject
    Captures captures;

    @Inject
    Retention retention;

    @Inject
    VodFolder vods;

    @Inject
    RecordingConfig config;

    @Inject
    Event<NotRecorded> notRecorded;

    @Inject
    Clock clock;

    private final Map<Long, Watch> watches = new HashMap<>();

    /** What was seen of a segment's file the last time. */
    private static final class Watch {
        private final Instant since;
        private String file = "";
        private long bytes;
        private int grown;
        private Instant quietSince;
        private Instant triedAt = Instant.EPOCH;

        private Watch(Instant since) {
            this.since = since;
        }

        private boolean grew(RecordedFile now) {
            var before = now.name().equals(file) ? bytes : 0;
            file = now.name();
            bytes = now.bytes();
            return now.bytes() > before;
        }
    }

    /** Looks at all nodes once. */
    void look() {
        var seen = new HashSet<Long>();
        nodes.names().forEach(node -> nodes.recordings(node).ifPresent(files -> look(node, files, seen)));
        watches.keySet().retainAll(seen);
        captures.close(LATE);
        tidy();
    }

    private void look(String node, List<RecordedFile> files, Set<Long> seen) {
        for (var segment : captures.wanted(node)) {
            seen.add(segment.id());
            var newest = files.stream()
                    .filter(file -> file.channel().equals(segment.channel()))
                    .max(Comparator.comparing(RecordedFile::beganAt));
            look(node, segment, newest);
        }
        var known = captures.known(node);
        captures.grow(
                node,
                files.stream()
                        .filter(file -> known.getOrDefault(file.name(), Long.MAX_VALUE) < file.bytes())
                        .toList());
        files.stream().filter(file -> !known.containsKey(file.name())).forEach(file -> adopt(node, file));
    }

    private void look(String node, LiveSegment segment, Optional<RecordedFile> newest) {
        var full = full(segment);
        if (full.isPresent()) {
            nodes.stopRecording(node, segment.channel());
            trouble(segment, full.get());
            return;
        }
        var now = clock.instant();
        var fresh = !watches.containsKey(segment.id());
        var watch = watches.computeIfAbsent(segment.id(), id -> new Watch(now));
        var grew = newest.map(watch::grew).orElse(false) && !fresh;
        if (grew) {
            watch.quietSince = null;
            watch.grown++;
            if (segment.trouble() != null && watch.grown >= STEADY) {
                captures.well(segment.broadcastId());
            }
            return;
        }
        if (watch.grown == 0 && segment.trouble() == null && now.isBefore(watch.since.plus(BEGINNING))) {
            nodes.startRecording(node, segment.channel());
            return;
        }
        watch.quietSince = watch.quietSince == null ? now : watch.quietSince;
        if (isOver(watch.quietSince, STALL, now) && isPackaged(node, segment, newest)) {
            revive(node, segment, watch, now);
        }
    }

    /** Whether viewers get what is not written: a stream that is silent itself is no trouble of the recorder's. */
    private boolean isPackaged(String node, LiveSegment segment, Optional<RecordedFile> newest) {
        return nodes.playlistWrittenAt(node, segment.channel())
                .filter(written -> newest.isEmpty()
                        || newest.get().bytes() == 0
                        || written.isAfter(newest.get().writtenAt().plus(STALL)))
                .isPresent();
    }

    // A recorder that failed to write stays closed, and says so in the log at each frame, until it is stopped.
    private void revive(String node, LiveSegment segment, Watch watch, Instant now) {
        nodes.stopRecording(node, segment.channel());
        trouble(segment, RecordingTrouble.UNWRITABLE);
        if (isOver(watch.triedAt, RETRY, now)) {
            watch.triedAt = now;
            watch.grown = 0;
            nodes.startRecording(node, segment.channel());
        }
    }

    private Optional<RecordingTrouble> full(LiveSegment segment) {
        if (segment.siteBytes() >= config.siteBytes()) {
            return Optional.of(RecordingTrouble.SITE_QUOTA);
        }
        return segment.channelBytes() >= config.channelBytes() && retention.makeRoom() == 0
                ? Optional.of(RecordingTrouble.CHANNEL_QUOTA)
                : Optional.empty();
    }

    private void trouble(LiveSegment segment, RecordingTrouble trouble) {
        if (segment.trouble() == trouble) {
            return;
        }
        LOG.log(Level.WARNING, "{0} is not recorded: {1}", segment.channel(), trouble);
        captures.trouble(segment.broadcastId(), trouble);
        notRecorded.fire(new NotRecorded(segment.channel(), trouble));
    }

    private void adopt(String node, RecordedFile file) {
        if (!captures.adopt(node, file) && isOver(file.writtenAt(), STRAY, clock.instant())) {
            LOG.log(Level.INFO, "{0} belongs to no broadcast: deleted", file.name());
            nodes.deleteRecording(node, file.name());
        }
    }

    /** Deletes the files of what is ready or deleted; what is not reached now is later. */
    private void tidy() {
        for (var file : captures.unused()) {
            if (nodes.deleteRecording(file.node(), file.name())) {
                captures.forget(file);
            }
        }
        try {
            for (var recording : captures.deleted()) {
                vods.delete(recording);
                captures.forget(recording);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A deleted recording's files stay; can streaming.files be written?", e);
        }
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
