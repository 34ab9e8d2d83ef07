package streaming.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A recording, as everybody who may watch it sees it.
 *
 * @param duration in seconds
 * @param progress percent that is remuxed; null while nobody is at it
 * @param reason why it failed; empty where it did not
 * @param trouble why nothing is recorded at the moment; null where something is, and when it is over
 * @param downloads its files, one unless an encoder came back with other settings
 */
public record RecordingJson(
        UUID id,
        String channel,
        String title,
        Instant startedAt,
        String state,
        double duration,
        long bytes,
        Integer progress,
        String reason,
        String trouble,
        boolean kept,
        String page,
        String hlsUrl,
        String thumbnail,
        String storyboard,
        List<String> downloads) {

    static RecordingJson of(Recording recording) {
        var folder = "/vod/" + recording.id() + "/";
        var ready = recording.state() == RecordingState.READY;
        return new RecordingJson(
                recording.id(),
                recording.channel().name(),
                recording.title(),
                recording.startedAt(),
                recording.state().name().toLowerCase(java.util.Locale.ROOT),
                recording.duration().toMillis() / 1000.0,
                recording.bytes(),
                recording.progress(),
                recording.reason(),
                recording.trouble() == null ? null : recording.trouble().text(),
                recording.kept(),
                "/vod/" + recording.id(),
                ready ? folder + "index.m3u8" : null,
                ready && recording.hasThumbnail() ? folder + "thumbnail.jpg" : null,
                ready && recording.hasStoryboard() ? folder + "storyboard.vtt" : null,
                IntStream.range(0, ready ? recording.parts() : 0)
                        .mapToObj(part -> folder + "part" + part + ".mp4")
                        .toList());
    }

    public boolean ready() {
        return hlsUrl != null;
    }
}
