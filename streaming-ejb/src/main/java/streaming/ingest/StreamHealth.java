package streaming.ingest;

import java.time.Duration;

/**
 * How a stream comes in, as nginx-rtmp sees it.
 *
 * @param bitrate kbit/s, of video and sound together, since the reading before
 * @param dropped frames that nginx did not pass on, because what takes them was too slow
 */
public record StreamHealth(Duration uptime, long bitrate, long dropped, Video video, Audio audio) {

    /** As the encoder announced it; what it did not say is null or zero. */
    public record Video(String codec, String profile, String level, int width, int height, double frameRate) {}

    /** As the encoder announced it; {@code sampleRate} in Hz. */
    public record Audio(String codec, String profile, int sampleRate, int channels) {}

    /** From two readings, of which the earlier may be missing or of another stream of the name. */
    static StreamHealth of(RtmpStat.Flow before, RtmpStat.Flow now) {
        var same = before != null && before.time() < now.time() && before.bytes() <= now.bytes();
        var bytes = now.bytes() - (same ? before.bytes() : 0);
        var time = now.time() - (same ? before.time() : 0);
        return new StreamHealth(
                Duration.ofMillis(now.time()),
                time <= 0 ? 0 : bytes * 8 / time,
                now.dropped(),
                now.video(),
                now.audio());
    }
}
