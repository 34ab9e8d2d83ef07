package streaming.web.reference;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reference of this site's API, made once. */
@ApplicationScoped
public class ApiReference {

    private static final String CONTRACT = "/META-INF/openapi.yaml";

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    String site;

    private Reference reference;

    @PostConstruct
    void make() {
        try (var contract = ApiReference.class.getResourceAsStream(CONTRACT)) {
            reference = new ReferenceMaker(new Contract(new YAMLMapper().readTree(contract)), site).make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reference get() {
        return reference;
    }
}
