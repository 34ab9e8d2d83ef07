package streaming.e2e;

import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.List;

/** An answer over HTTP. */
record Answer(int status, HttpHeaders headers, String body) {

    JsonObject json() {
        return Json.object(body);
    }

    /** The media type without its parameters; empty if there is none. */
    String type() {
        return header("Content-Type").replaceFirst(";.*", "").strip();
    }

    /** The header's first value; empty if there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The fields that a refusal names, in its order. */
    List<String> wrongFields() {
        return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }

    /** For the report of a failed test. */
    @Override
    public String toString() {
        return "%d %s %s".formatted(status, headers.map(), body);
    }
}
