package streaming.remux;

import java.util.Arrays;

/** One piece of an FLV file (Adobe Flash Video File Format 10.1, annex E.4.1); the time is in milliseconds. */
final class FlvTag {

    private static final int AUDIO = 8;
    private static final int VIDEO = 9;
    private static final int KEY_FRAME = 1;
    private static final int AVC = 7;
    private static final int AAC = 10;

    private final int type;
    private final long time;
    private final byte[] data;

    FlvTag(int type, long time, byte[] data) {
        this.type = type;
        this.time = time;
        this.data = data;
    }

    int type() {
        return type;
    }

    long time() {
        return time;
    }

    byte[] data() {
        return data;
    }

    boolean isVideo() {
        return type == VIDEO && data.length > 1;
    }

    boolean isAudio() {
        return type == AUDIO && data.length > 1;
    }

    /** Whether it says how the following video or audio is to be decoded, and is none itself. */
    boolean isConfiguration() {
        var coded = isVideo() ? (data[0] & 0x0f) == AVC : isAudio() && ((data[0] >> 4) & 0x0f) == AAC;
        return coded && data[1] == 0;
    }

    /** Whether decoding can begin with it. */
    boolean isKeyFrame() {
        return isVideo() && !isConfiguration() && data[0] >> 4 == KEY_FRAME;
    }

    boolean saysTheSameAs(FlvTag other) {
        return other != null && Arrays.equals(data, other.data);
    }

    FlvTag at(long otherTime) {
        return new FlvTag(type, otherTime, data);
    }
}
