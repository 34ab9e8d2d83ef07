package streaming.web.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import streaming.web.reference.Reference.Operation;
import streaming.web.reference.Reference.Refusal;
import streaming.web.reference.Reference.Section;

class ReferenceMakerTest {

    Contract contract;
    Reference reference;

    @BeforeEach
    void read() throws IOException {
        contract = new Contract(new YAMLMapper()
                .readTree(Path.of("src/main/resources/META-INF/openapi.yaml").toFile()));
        reference = new ReferenceMaker(contract, "https://live.example.org").make();
    }

    @Test
    void leavesNoOperationOut() {
        var paths = contract.root().get("paths").valueStream().flatMap(path -> path.propertyStream()
                .filter(method -> method.getValue().has("responses")));

        assertThat(operations()).hasSameSizeAs(paths.toList());
        assertThat(operations()).extracting(Operation::id).doesNotHaveDuplicates();
        assertThat(reference.sections()).extracting(Section::operations).noneMatch(List::isEmpty);
    }

    @Test
    void showsHowSomethingIsSent() {
        assertThat(find("post-tokens").curl()).isEqualTo("""
                curl \\
                  -H "Content-Type: application/json" \\
                  -d '{"login":"ada","password":"Correct horse 7 battery"}' \\
                  https://live.example.org/api/tokens""");
        assertThat(find("delete-channels-name-broadcast").curl()).isEqualTo("""
                curl -X DELETE \\
                  -H "Authorization: Bearer $TOKEN" \\
                  https://live.example.org/api/channels/ada/broadcast""");
        assertThat(find("put-channels-name-images-image").curl())
                .contains("--data-binary @picture.png", "/channels/ada/images/avatar");
        assertThat(operations())
                .extracting(Operation::curl)
                .noneMatch(curl -> curl.contains("…/") || curl.contains("/{"));
    }

    @Test
    void namesWhatIsRefused() {
        assertThat(find("get-channels-name").refusals())
                .contains(new Refusal("404", "no-such-channel", "There is no channel ada."));
    }

    @Test
    void describesEachTypeThatItNames() {
        var types = reference.types().stream().map(Reference.Type::name).toList();

        assertThat(reference.types())
                .flatExtracting(Reference.Type::fields)
                .allSatisfy(field -> assertThat(field.typeName()).isIn(concat(types)));
        assertThat(operations()).flatExtracting(Operation::answers).allSatisfy(body -> assertThat(body.typeName())
                .isIn(concat(types)));
    }

    private static List<String> concat(List<String> types) {
        return java.util.stream.Stream.concat(types.stream(), java.util.stream.Stream.of(""))
                .toList();
    }

    private List<Operation> operations() {
        return reference.sections().stream()
                .flatMap(section -> section.operations().stream())
                .toList();
    }

    private Operation find(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
