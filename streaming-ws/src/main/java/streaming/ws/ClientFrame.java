package streaming.ws;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;

/** What a client says. Fields that a type does not have are null; {@code ref} is the client's own id of it. */
record ClientFrame(String type, String token, String text, String ref) {

    /** Longest frame that is read, in characters: a line of 500, written as escapes, with room to spare. */
    static final int LONGEST = 8_192;

    private static final int LONGEST_REF = 100;
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    /** Reads a frame; refuses with {@link BadFrame} what is not a JSON object with a type. */
    static ClientFrame of(String frame) {
        JsonObject json;
        try (var reader = JSON.createReader(new StringReader(frame))) {
            json = reader.readObject();
        } catch (JsonException | ClassCastException | IllegalStateException e) {
            throw new BadFrame("Send one JSON object a frame.");
        }
        var ref = string(json, "ref");
        if (ref != null && ref.length() > LONGEST_REF) {
            throw new BadFrame("A ref has at most %d characters.".formatted(LONGEST_REF));
        }
        return new ClientFrame(string(json, "type"), string(json, "token"), string(json, "text"), ref);
    }

    private static String string(JsonObject json, String name) {
        return json.get(name) instanceof JsonString string ? string.getString() : null;
    }
}
