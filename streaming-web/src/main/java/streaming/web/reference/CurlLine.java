package streaming.web.reference;

import static streaming.web.reference.Contract.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** An operation as somebody types it into a shell, to see what it does. */
record CurlLine(Contract contract, String site) {

    private static final String BREAK = " \\\n  ";

    String of(String method, String path, List<JsonNode> parameters, JsonNode operation) {
        var words = new ArrayList<String>();
        var content = fields(operation.path("requestBody").path("content"));
        words.add(method.equals(content.isEmpty() ? "GET" : "POST") ? "curl" : "curl -X " + method);
        if (operation.has("security")) {
            words.add("-H \"Authorization: Bearer $TOKEN\"");
        }
        parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals("header")
                        && parameter.path("required").asBoolean())
                .forEach(parameter -> words.add("-H \"%s: $%s\""
                        .formatted(
                                name(parameter),
                                name(parameter).replaceFirst(".*-", "").toUpperCase(Locale.ROOT))));
        content.stream().findFirst().ifPresent(body -> words.add(body(body)));
        words.add(site + "/api" + filled(path, parameters));
        return String.join(BREAK, words);
    }

    private String body(Entry<String, JsonNode> body) {
        var example = contract.example(body.getValue()).orElseThrow();
        return switch (body.getKey()) {
            case "application/x-www-form-urlencoded" ->
                fields(example).stream()
                        .map(field -> "-d '%s=%s'"
                                .formatted(field.getKey(), field.getValue().asText()))
                        .collect(Collectors.joining(" "));
            case "image/*" -> "-H \"Content-Type: image/png\"" + BREAK + "--data-binary " + example.asText();
            default ->
                "-H \"Content-Type: %s\"%s-d '%s'"
                        .formatted(body.getKey(), BREAK, example.toString().replace("'", "'\\''"));
        };
    }

    private static String filled(String path, List<JsonNode> parameters) {
        var filled = path;
        for (var parameter : parameters) {
            filled = filled.replace("{" + name(parameter) + "}", sample(parameter));
        }
        return filled;
    }

    private static String sample(JsonNode parameter) {
        return parameter.has("example")
                ? parameter.get("example").asText()
                : parameter.at("/schema/enum/0").asText("…");
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }
}
