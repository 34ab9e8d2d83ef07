package streaming.image;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** S3Proxy, with its objects in memory: a server of its own, as Amazon's is. */
final class S3Server implements AutoCloseable {

    private static final String SECRET = "a secret for tests";
    private static final String BUCKET = "images";
    private static final Duration STARTED = Duration.ofSeconds(60);

    private final String endpoint;
    private final Process process;

    private S3Server(String endpoint, Process process) {
        this.endpoint = endpoint;
        this.process = process;
    }

    static S3Server start() {
        try {
            var folder = Path.of("target/s3proxy").toAbsolutePath();
            var endpoint = "http://127.0.0.1:" + freePort();
            var settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=tests
                    s3proxy.credential=%s
                    jclouds.provider=transient
                    jclouds.identity=none
                    jclouds.credential=none
                    """.formatted(endpoint, SECRET));
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            folder.resolve("s3proxy-jar-with-dependencies.jar").toString(),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(folder.resolve("s3proxy.log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var server = new S3Server(endpoint, process);
            server.makeBucket();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bucket, to who has this secret. */
    ImageStore bucket(String secret) {
        return new ImageBucket(endpoint + "/", "us-east-1", BUCKET, "tests", secret);
    }

    private void makeBucket() {
        var s3 = Client.s3()
                .region("us-east-1")
                .accessKey("tests")
                .secretKey(SECRET)
                .baseUrlFactory((service, region) -> endpoint + "/")
                .retryMaxAttempts(1)
                .build();
        var patience = System.nanoTime() + STARTED.toNanos();
        while (true) {
            try {
                s3.path(BUCKET).method(HttpMethod.PUT).execute();
                return;
            } catch (RuntimeException e) { // does not answer yet
                if (System.nanoTime() > patience || !process.isAlive()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the S3 server starts", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
