package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scripts in the browser: their types, and the rules that need no browser. */
class ScriptsTest {

    private static String node;

    @BeforeAll
    static void findNode() {
        var noBrowsers = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        node = Driver.ensureDriverInstalled(noBrowsers, false)
                .createProcessBuilder()
                .command()
                .get(0);
    }

    @Test
    void haveTheTypesTheySay() throws IOException, InterruptedException {
        try (var files = Files.walk(Path.of("target/typescript"))) {
            var compiler = files.filter(file -> file.endsWith("tsc.js")).findFirst();

            assertThat(compiler).isPresent();
            assertPasses(node, compiler.get().toString(), "--project", "tsconfig.json");
        }
    }

    @Test
    void keepTheirRules() throws IOException, InterruptedException {
        try (var files = Files.list(Path.of("src/test/js"))) {
            var tests = files.map(Path::toString).sorted();

            assertPasses(Stream.concat(Stream.of(node, "--test"), tests).toArray(String[]::new));
        }
    }

    private static void assertPasses(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
