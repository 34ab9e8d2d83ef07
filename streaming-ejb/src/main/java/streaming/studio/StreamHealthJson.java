package streaming.studio;

import streaming.ingest.StreamHealth;

/**
 * How a channel is doing right now; without {@code stream} while nothing comes in, or it comes
 * in elsewhere, as {@code external} says.
 */
public record StreamHealthJson(boolean live, boolean external, int viewers, Stream stream) {

    /** What comes in; {@code uptime} in seconds, {@code bitrate} in kbit/s, {@code dropped} in frames. */
    public record Stream(long uptime, long bitrate, long dropped, StreamHealth.Video video, StreamHealth.Audio audio) {

        static Stream of(StreamHealth health) {
            return new Stream(
                    health.uptime().toSeconds(), health.bitrate(), health.dropped(), health.video(), health.audio());
        }
    }
}
