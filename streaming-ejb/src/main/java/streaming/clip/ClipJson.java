package streaming.clip;

import java.time.Instant;
import java.util.UUID;

/**
 * A clip.
 *
 * @param state {@code cutting}, {@code ready} or {@code failed}
 * @param start where in the recording it begins, in seconds
 * @param duration in seconds
 * @param creator who marked it; null where they are gone
 * @param recording what it was cut of; null where that is gone
 */
public record ClipJson(
        UUID id,
        String channel,
        String title,
        String creator,
        UUID recording,
        double start,
        double duration,
        Instant createdAt,
        String state,
        String page,
        String video,
        String thumbnail) {

    static ClipJson of(Clip clip) {
        var folder = "/vod/" + clip.id() + "/";
        return new ClipJson(
                clip.id(),
                clip.channel().name(),
                clip.title(),
                clip.creator() == null ? null : clip.creator().username(),
                clip.recording() == null ? null : clip.recording().id(),
                clip.start().toMillis() / 1000.0,
                clip.length().toMillis() / 1000.0,
                clip.createdAt(),
                clip.isReady() ? "ready" : clip.isFailed() ? "failed" : "cutting",
                "/clips/" + clip.id(),
                clip.isReady() ? folder + "clip.mp4" : null,
                clip.isReady() ? folder + "thumbnail.jpg" : null);
    }
}
