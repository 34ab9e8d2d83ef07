package streaming.remux;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Joins what an encoder sent in several connections: one time that goes on, whatever the files' own says. Where it came
 * back with other settings a new part begins, for one file cannot have both.
 */
final class Splice {

    /** What lies between two files: a frame of 25 a second. */
    private static final long GAP = 40;

    /** A time that jumps farther ahead is the encoder's mistake. */
    private static final long FARTHEST = 30_000;

    /** Picture and sound may be so far out of order. */
    private static final long DISORDER = 2_000;

    /** Takes the parts; whoever opened one is asked for the next when it is closed. */
    interface Parts {
        OutputStream open(int number) throws IOException;
    }

    private final Parts parts;
    private final KeyFrames keyFrames;
    private FlvWriter part;
    private int count;
    private FlvTag video;
    private FlvTag audio;
    private boolean videoWritten;
    private boolean audioWritten;
    private long shift;
    private long last = -GAP;
    private long partBegan;
    private boolean fresh = true;

    Splice(Parts parts, KeyFrames keyFrames) {
        this.parts = parts;
        this.keyFrames = keyFrames;
    }

    /** What comes now is another file's. */
    void nextFile() {
        fresh = true;
    }

    void add(FlvTag tag) throws IOException {
        if (!tag.isVideo() && !tag.isAudio()) {
            return; // what the encoder says of itself
        }
        if (tag.isConfiguration()) {
            configure(tag);
            return;
        }
        if (part == null) {
            open();
        }
        var placed = place(tag);
        introduce(placed);
        if (tag.isKeyFrame()) {
            keyFrames.add(placed);
        }
        part.write(placed.at(placed.time() - partBegan));
    }

    /** How many parts there are. */
    int count() {
        return count;
    }

    /** How long it is, in milliseconds. */
    long duration() {
        return Math.max(0, last + (count == 0 ? 0 : GAP));
    }

    void close() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    private void configure(FlvTag tag) throws IOException {
        var before = tag.isVideo() ? video : audio;
        if (tag.saysTheSameAs(before)) {
            return;
        }
        if (tag.isVideo()) {
            video = tag;
            keyFrames.configure(tag);
        } else {
            audio = tag;
        }
        if (before != null) {
            close();
        }
    }

    private void open() throws IOException {
        part = new FlvWriter(parts.open(count++));
        partBegan = last + GAP;
        videoWritten = false;
        audioWritten = false;
        introduce(video, partBegan);
        introduce(audio, partBegan);
    }

    // A file may say how its sound is coded only when the first of it comes.
    private void introduce(FlvTag tag) throws IOException {
        if (tag.isVideo() && !videoWritten) {
            introduce(video, tag.time());
        } else if (tag.isAudio() && !audioWritten) {
            introduce(audio, tag.time());
        }
    }

    private void introduce(FlvTag configuration, long time) throws IOException {
        if (configuration == null) {
            return;
        }
        part.write(configuration.at(time - partBegan));
        videoWritten |= configuration.isVideo();
        audioWritten |= configuration.isAudio();
    }

    private FlvTag place(FlvTag tag) {
        long time = tag.time() + shift;
        if (fresh || time > last + FARTHEST || time < last - DISORDER) {
            shift = last + GAP - tag.time();
            time = last + GAP;
            fresh = false;
        }
        time = Math.max(time, partBegan);
        last = Math.max(last, time);
        return tag.at(time);
    }
}
