package streaming.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void describesEveryRouteAndNoOther() throws IOException {
        assertThat(described()).isEqualTo(existing());
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

    private static Set<String> described() throws IOException {
        var routes = new TreeSet<String>();
        var path = "";
        for (var line : Files.readAllLines(java.nio.file.Path.of("src/main/resources/META-INF/openapi.yaml"))) {
            var key = line.strip().replaceAll("[\":]", "");
            if (line.matches(" {2}\"?/.*:")) {
                path = key;
            } else if (line.matches(" {4}(get|put|post|patch|delete):")) {
                routes.add(key.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return routes;
    }
}
