package streaming.schedule;

import java.time.Instant;
import java.util.UUID;

/** A stream that is planned. */
public record PlannedStreamJson(UUID id, String title, Instant startsAt, Instant createdAt) {

    static PlannedStreamJson of(PlannedStream stream) {
        return new PlannedStreamJson(stream.uid(), stream.title(), stream.startsAt(), stream.createdAt());
    }
}
