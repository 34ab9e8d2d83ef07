package streaming.web.reference;

import static streaming.web.reference.Contract.fields;
import static streaming.web.reference.Contract.inWords;
import static streaming.web.reference.Contract.nameOf;
import static streaming.web.reference.Contract.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.web.reference.Reference.Body;
import streaming.web.reference.Reference.Field;
import streaming.web.reference.Reference.Operation;
import streaming.web.reference.Reference.Refusal;
import streaming.web.reference.Reference.Section;

/** Makes the reference of the contract, for a site at an address. */
final class ReferenceMaker {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Contract contract;
    private final String site;

    ReferenceMaker(Contract contract, String site) {
        this.contract = contract;
        this.site = site;
    }

    Reference make() {
        var root = contract.root();
        var operations = fields(root.get("paths")).stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .collect(
                        Collectors.groupingBy(Entry::getKey, Collectors.mapping(Entry::getValue, Collectors.toList())));
        var sections = root.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asText())
                .map(tag -> new Section(tag, operations.getOrDefault(tag, List.of())))
                .toList();
        var types = fields(root.at("/components/schemas")).stream()
                .map(type -> type(type.getKey(), type.getValue()))
                .toList();
        return new Reference(root.at("/info/description").asText(), sections, types);
    }

    private Stream<Entry<String, Operation>> operations(String path, JsonNode node) {
        return fields(node).stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> Map.entry(
                        method.getValue().at("/tags/0").asText(),
                        operation(path, method.getKey(), node, method.getValue())));
    }

    private Operation operation(String path, String method, JsonNode whole, JsonNode node) {
        var parameters = Stream.of(whole.path("parameters"), node.path("parameters"))
                .flatMap(JsonNode::valueStream)
                .map(contract::resolved)
                .toList();
        var upper = method.toUpperCase(Locale.ROOT);
        return new Operation(
                (method + path)
                        .replaceAll("[^A-Za-z]+", "-")
                        .replaceAll("-$", "")
                        .toLowerCase(Locale.ROOT),
                upper,
                path,
                node.path("summary").asText(),
                node.path("description").asText(),
                node.has("security"),
                parameters.stream().map(this::parameter).toList(),
                bodies("", node.path("requestBody")),
                answers(node.path("responses")),
                refusals(node.path("responses")),
                new CurlLine(contract, site).of(upper, path, parameters, node));
    }

    private Field parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        return new Field(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                inWords(schema),
                "",
                parameter.path("required").asBoolean(),
                parameter.has("description")
                        ? parameter.get("description").asText()
                        : schema.path("description").asText());
    }

    private List<Body> answers(JsonNode responses) {
        return fields(responses).stream()
                .filter(response -> response.getKey().matches("[23].."))
                .flatMap(response -> bodies(response.getKey(), response.getValue()).stream())
                .toList();
    }

    /** One for each type: forms that have the same are said together. An answer without a body has an empty example. */
    private List<Body> bodies(String status, JsonNode node) {
        var note = node.path("description").asText();
        var content = fields(node.path("content"));
        if (content.isEmpty()) {
            return status.isEmpty() ? List.of() : List.of(new Body(status, note, "", "", ""));
        }
        var first = content.get(0).getValue();
        var forms = content.stream().map(Entry::getKey).collect(Collectors.joining(", "));
        return List.of(new Body(
                status,
                note,
                forms,
                nameOf(first.path("schema")),
                contract.example(first).map(ReferenceMaker::text).orElse("")));
    }

    private List<Refusal> refusals(JsonNode responses) {
        return fields(responses).stream()
                .filter(response -> response.getKey().matches("[45].."))
                .flatMap(response -> problems(contract.resolved(response.getValue())))
                .toList();
    }

    private Stream<Refusal> problems(JsonNode response) {
        return fields(response.at("/content/application~1problem+json/examples")).stream()
                .map(problem -> {
                    var value = contract.resolved(problem.getValue()).get("value");
                    return new Refusal(
                            value.get("status").asText(),
                            problem.getKey(),
                            value.get("detail").asText());
                });
    }

    private Reference.Type type(String name, JsonNode schema) {
        var required = Set.copyOf(texts(schema.path("required")));
        var parts = fields(schema.path("properties")).stream()
                .map(part -> new Field(
                        part.getKey(),
                        "",
                        inWords(part.getValue()),
                        nameOf(part.getValue()),
                        required.contains(part.getKey()),
                        part.getValue().path("description").asText()))
                .toList();
        return new Reference.Type(name, schema.path("description").asText(), parts, text(schema.path("example")));
    }

    private static String text(JsonNode example) {
        return example.isTextual()
                ? example.asText()
                : example.toPrettyString().replaceAll("(?m)^( *\"[^\"]*\") : ", "$1: "); // as people write it
    }
}
