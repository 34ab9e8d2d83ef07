package streaming.e2e;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/** JSON as the drivers read and write it. */
final class Json {

    private static final JsonReaderFactory READERS = jakarta.json.Json.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = jakarta.json.Json.createBuilderFactory(Map.of());

    private Json() {}

    static JsonObject object(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** An object of names and texts, one after the other. */
    static String of(String... namesAndTexts) {
        var object = BUILDERS.createObjectBuilder();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            object.add(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return object.build().toString();
    }
}
