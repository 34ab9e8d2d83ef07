package streaming.ingest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of a node's recorder: whose stream is in it, since when, and when something was last written to it. */
public record RecordedFile(String name, String channel, Instant beganAt, Instant writtenAt, long bytes) {

    // nginx-rtmp's record_unique adds the second of the start.
    private static final Pattern NAME = Pattern.compile("([a-z0-9_]{3,25})-([0-9]{1,11})\\.flv");

    /** Reads what nginx lists; what is not the recorder's is left out. */
    static List<RecordedFile> listed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().stream()
                    .map(entry -> of(entry.asJsonObject()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<RecordedFile> of(JsonObject entry) {
        var name = NAME.matcher(entry.getString("name", ""));
        if (!name.matches() || !entry.containsKey("size")) {
            return Optional.empty();
        }
        return Optional.of(new RecordedFile(
                name.group(),
                name.group(1),
                Instant.ofEpochSecond(Long.parseLong(name.group(2))),
                ZonedDateTime.parse(entry.getString("mtime"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                entry.getJsonNumber("size").longValue()));
    }
}
