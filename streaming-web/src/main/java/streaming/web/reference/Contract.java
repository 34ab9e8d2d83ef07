package streaming.web.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** The OpenAPI document (3.0), with its references followed. */
record Contract(JsonNode root) {

    private static final String REFERENCE = "$ref";

    /** The node, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has(REFERENCE) ? root.at(node.get(REFERENCE).asText().substring(1)) : node;
    }

    /** The name of the component that the node refers to, or of which it is a list; empty for neither. */
    static String nameOf(JsonNode schema) {
        if (schema.path("type").asText().equals("array")) {
            return nameOf(schema.path("items"));
        }
        var reference = schema.path(REFERENCE).asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The example of what is sent or answered: its own, else that of its schema. */
    Optional<JsonNode> example(JsonNode body) {
        return Optional.of(body.path("example"))
                .filter(own -> !own.isMissingNode())
                .or(() -> Optional.of(resolved(body.path("schema")).path("example"))
                        .filter(of -> !of.isMissingNode()));
    }

    /** A schema in words, such as "list of string, at most 25 characters". */
    static String inWords(JsonNode schema) {
        if (schema.has(REFERENCE)) {
            return nameOf(schema);
        }
        if (schema.has("enum")) {
            return String.join(" | ", texts(schema.get("enum")));
        }
        var type = schema.path("type").asText();
        return switch (type) {
            case "array" -> "list of " + inWords(schema.path("items"));
            case "integer", "number" -> type + bounds(schema);
            default -> type + format(schema) + length(schema);
        };
    }

    private static String bounds(JsonNode schema) {
        return schema.has("minimum") && schema.has("maximum")
                ? " from %s to %s"
                        .formatted(
                                schema.get("minimum").asText(),
                                schema.get("maximum").asText())
                : "";
    }

    private static String format(JsonNode schema) {
        return schema.has("format") ? ", " + schema.get("format").asText() : "";
    }

    private static String length(JsonNode schema) {
        return schema.has("maxLength")
                ? ", at most %s characters".formatted(schema.get("maxLength").asText())
                : "";
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    static List<Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream()
                .map(field -> Map.entry(field.getKey(), field.getValue()))
                .toList();
    }
}
