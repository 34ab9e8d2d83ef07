package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest and edge nodes: the configuration that the launcher prints for them, and their doctor. */
@WholeProduct
class NodesIT {

    private final Platform platform;

    NodesIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void printsWhatNginxAccepts(@TempDir Path folder) throws Exception {
        var ingest =
                platform.nginxConf("--node", "local", "--folder", folder.toString(), "--control", "127.0.0.3:18081");
        var edge = platform.nginxConf(
                "--node",
                "edge1",
                "--role",
                "edge",
                "--folder",
                folder.toString(),
                "--origins",
                "192.0.2.1:80,192.0.2.2:80");

        assertAccepted(ingest, folder);
        assertAccepted(edge, folder);

        assertThat(ingest).contains(platform.ingestSecret(), "drop_idle_publisher", "location /live/", "rtmp_control");
        assertThat(edge)
                .doesNotContain(platform.ingestSecret(), "rtmp {", "rtmp_control")
                .contains("Access-Control-Allow-Origin", "Cache-Control");
    }

    @Test
    void findsItsOwnNodeWell(Cast cast) {
        assertThat(platform.doctor()).contains("\"healthy\":true").doesNotContain("\"good\":false");

        var admin = cast.viewer();
        var name = new Api(platform.web()).join("doc").name();
        platform.admin(name);
        admin.signIn(name);
        admin.open("/admin/ingest");
        admin.press("Examine local");
        admin.awaitText("local is well.");
        assertThat(admin.sees("a test stream is packaged")).isTrue();
    }

    private static void assertAccepted(String configuration, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("temp"));
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(folder.resolve("boot.conf"), "set $boot \"test\";\n");
        var file = folder.resolve("nginx.conf");
        // what only the other machine has: its folders for logs and pid files, its user
        Files.writeString(
                file,
                configuration
                        .replace("/var/log/nginx", folder.toString())
                        .replace("\"/run/", "\"" + folder + "/")
                        .replaceFirst("(?m)^user .*$", ""));
        var log = folder.resolve("nginx-t.log");
        var nginx = Files.exists(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
        var process = new ProcessBuilder(List.of(
                        nginx,
                        "-t",
                        "-p",
                        folder.toString(),
                        "-c",
                        file.toString(),
                        "-e",
                        folder.resolve("e.log").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
