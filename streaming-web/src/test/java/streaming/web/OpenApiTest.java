package streaming.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the contract, which is written by hand, against the resources, against itself and against docs/problems.md. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern PROBLEM = Pattern.compile("`([a-z-]+)`");
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final JsonNode CONTRACT = contract();
    private static final JsonNode COMPONENTS = closed(CONTRACT.get("components").deepCopy());
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);

    /** One method at one path; it reads as in {@code GET /channels/{name}}. */
    record Operation(String method, String path, JsonNode node) {

        /** What is sent and, with success, answered: each form of it. */
        List<JsonNode> bodies() {
            var bodies = new ArrayList<JsonNode>();
            node.path("requestBody").path("content").forEach(bodies::add);
            responses().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> response.getValue().path("content").forEach(bodies::add));
            return bodies;
        }

        List<Map.Entry<String, JsonNode>> responses() {
            return fields(node.get("responses")).stream()
                    .map(response -> Map.entry(response.getKey(), resolved(response.getValue())))
                    .toList();
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        operations().forEach(operation -> described.add(operation.toString()));

        assertThat(described).isEqualTo(existing());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatAnOperationIsForAndGivesAnExampleOfEachBody(Operation operation) {
        assertThat(operation.node().path("summary").asText()).isNotBlank();
        assertThat(operation.bodies())
                .allSatisfy(body -> assertThat(examples(body)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givesExamplesThatAreValid(Operation operation) {
        var problems = operation.responses().stream()
                .flatMap(response -> fields(response.getValue().path("content")).stream())
                .filter(content -> content.getKey().equals(PROBLEM_TYPE))
                .map(Map.Entry::getValue);

        assertThat(Stream.concat(operation.bodies().stream(), problems)).allSatisfy(body -> assertThat(examples(body))
                .allSatisfy(example ->
                        assertThat(violations(body.get("schema"), example)).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesTheProblemsOfEachErrorAsTheirPageDoes(Operation operation) {
        var documented = documentedProblems();
        var softly = new SoftAssertions();
        for (var response : operation.responses()) {
            if (response.getKey().startsWith("2") || response.getKey().startsWith("3")) {
                continue;
            }
            var problems = fields(
                    response.getValue().path("content").path(PROBLEM_TYPE).path("examples"));
            softly.assertThat(problems).as(response.getKey()).isNotEmpty();
            for (var problem : problems) {
                var value = resolved(problem.getValue()).get("value");
                var status = value.get("status").asText();
                softly.assertThat(documented).containsKey(problem.getKey());
                softly.assertThat(value.get("type").asText()).isEqualTo("/problems/" + problem.getKey());
                softly.assertThat(status.replaceFirst("..$", "xx"))
                        .isEqualTo(documented.getOrDefault(problem.getKey(), "").replaceFirst("..$", "xx"));
                softly.assertThat(response.getKey()).isIn(status, "default");
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesWhatItsKindOfOperationAlwaysRefuses(Operation operation) {
        var statuses = operation.responses().stream().map(Map.Entry::getKey).toList();

        assertThat(statuses).contains("default");
        if (operation.node().has("security")) {
            assertThat(statuses).contains("401");
        }
        if (operation.node().path("requestBody").path("content").size() == 1
                && operation.node().path("requestBody").path("content").has("application/json")) {
            assertThat(statuses).contains("400", "413", "415");
        }
        if (operation.path().contains("{")) {
            assertThat(statuses).containsAnyOf("400", "404");
        }
    }

    @Test
    void hasNoPartThatNoOperationUses() {
        var used = CONTRACT.toString();

        for (var kind : List.of("responses", "examples", "schemas")) {
            assertThat(CONTRACT.path("components").path(kind).fieldNames())
                    .toIterable()
                    .allSatisfy(name -> assertThat(used).contains("\"#/components/%s/%s\"".formatted(kind, name)));
        }
    }

    static Stream<Operation> operations() {
        return fields(CONTRACT.get("paths")).stream().flatMap(path -> fields(path.getValue()).stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(method.getKey(), path.getKey(), method.getValue())));
    }

    /** Such as {@code GET /channels/{name}}, from the resources that the application names. */
    private static Set<String> existing() {
        var ingest = Stream.of("POST /ingest/publish", "POST /ingest/publish-done"); // IngestServlet's
        var resources = new RestApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(OpenApiTest::routes);
        return Stream.concat(resources, ingest).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(Class<?> resource) {
        var base = "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> {
            var path = method.getAnnotation(Path.class);
            return Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(verb -> verb.value() + " " + base + (path == null ? "" : "/" + path.value()));
        });
    }

    /** Those of the form itself, else its schema's. */
    private static List<JsonNode> examples(JsonNode body) {
        var examples = new ArrayList<JsonNode>();
        body.path("examples").forEach(example -> examples.add(resolved(example).get("value")));
        if (body.has("example")) {
            examples.add(body.get("example"));
        }
        var ofSchema = resolved(body.path("schema")).path("example");
        if (examples.isEmpty() && !ofSchema.isMissingNode()) {
            examples.add(ofSchema);
        }
        return examples;
    }

    /** What is wrong with an example; a property that the schema does not know is. */
    private static List<String> violations(JsonNode schema, JsonNode example) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(closed(schema.deepCopy()));
        whole.set("components", COMPONENTS);
        return SCHEMAS.getSchema(whole).validate(example).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode closed(JsonNode part) {
        part.forEach(OpenApiTest::closed);
        if (part.path("type").asText().equals("object") && part.has("properties")) {
            ((ObjectNode) part).put("additionalProperties", false);
        }
        if (part.path("nullable").asBoolean()) {
            ((ObjectNode) part).remove("type"); // OpenAPI's own word (3.0), which JSON Schema does not know
        }
        return part;
    }

    /** Status by type, as docs/problems.md has it. */
    private static Map<String, String> documentedProblems() {
        try (var lines = Files.lines(java.nio.file.Path.of("../docs/problems.md"))) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|", -1))
                    .flatMap(cells ->
                            PROBLEM.matcher(cells[1]).results().map(name -> Map.entry(name.group(1), cells[2].strip())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream().toList();
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper()
                    .readTree(java.nio.file.Path.of("src/main/resources/META-INF/openapi.yaml")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
