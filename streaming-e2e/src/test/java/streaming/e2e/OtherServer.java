package streaming.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** An nginx-rtmp of somebody else: it takes streams in its application {@code live}, and none in {@code closed}. */
final class OtherServer implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 1;
            %1$s
            pid "%2$s/nginx.pid";
            error_log "%2$s/nginx.log";
            %3$s
            events { worker_connections 64; }
            rtmp {
                access_log off;
                server {
                    listen 127.0.0.1:%4$d;
                    application live { live on; hls on; hls_path "%2$s"; hls_nested on; hls_fragment 1s; }
                    application closed { live on; deny publish all; }
                }
            }
            """;

    private final Process process;
    private final Path folder;
    private final int port;

    private OtherServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Of the same nginx as the product's, whose configuration says where its module is. */
    static OtherServer start(Path product) {
        try {
            var lines = Files.readAllLines(product);
            var module = lines.stream()
                    .filter(line -> line.startsWith("load_module"))
                    .findFirst();
            var user = lines.stream().filter(line -> line.startsWith("user ")).findFirst();
            var folder = Files.createTempDirectory("streaming-other");
            var port = Ports.another();
            Files.writeString(
                    folder.resolve("nginx.conf"),
                    CONFIGURATION.formatted(user.orElse(""), folder, module.orElseThrow(), port));
            var process = new ProcessBuilder(
                            "nginx", "-p", folder.toString(), "-c", "nginx.conf", "-e", folder + "/nginx.log")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            return new OtherServer(process, folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String application) {
        return "rtmp://127.0.0.1:%d/%s".formatted(port, application);
    }

    /** Whether a stream comes in by this key. */
    boolean gets(String key) {
        return Files.exists(folder.resolve(key).resolve("index.m3u8"));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
