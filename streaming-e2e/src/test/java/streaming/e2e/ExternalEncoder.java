package streaming.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An encoder that is none of nginx's: it serves its HLS from a server of its own, to pages of any site. */
final class ExternalEncoder implements AutoCloseable {

    private final Path folder;
    private final Encoder encoder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private ExternalEncoder(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
        this.encoder = Encoder.writeHls(folder);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    static ExternalEncoder start() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new ExternalEncoder(Files.createTempDirectory("streaming-hls"), HttpServer.create(loopback, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String playlist() {
        return "http://127.0.0.1:%d/index.m3u8".formatted(server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() throws IOException {
        encoder.close();
        server.stop(0);
        threads.shutdownNow();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
