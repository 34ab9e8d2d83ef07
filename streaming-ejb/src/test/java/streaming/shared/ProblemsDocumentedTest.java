package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsDocumentedTest {

    @Test
    void everyProblemIsDescribedForItsReaders() throws IOException {
        var described = Files.readString(Path.of("../docs/problems.md"));

        var names = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("streaming").stream()
                        .filter(type -> type.isAssignableTo(Problem.class) && !type.isEquivalentTo(Problem.class))
                        .map(JavaClass::getSimpleName)
                        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(described).contains("`" + name + "`"));
    }
}
