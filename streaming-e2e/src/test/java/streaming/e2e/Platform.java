package streaming.e2e;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product, running: started by its launcher before the first test, stopped after the last. */
final class Platform implements AutoCloseable {

    private static final int TAIL = 60;
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final Path data;
    private final Map<String, Integer> ports;
    private final Launcher launcher;
    private final Mailbox mailbox = Mailbox.open();
    private final Keycloak keycloak = Keycloak.start();

    private Platform(Path home, Path data, Map<String, Integer> ports) {
        this.data = data;
        this.ports = ports;
        this.launcher = new Launcher(home, data, ports, settings());
    }

    /** Installs what this machine lacks, and starts everything on an empty data folder. */
    static Platform start() {
        var home =
                Path.of(System.getProperty("streaming.home")).toAbsolutePath().normalize();
        var data = Path.of(System.getProperty("streaming.data"));
        var platform = new Platform(home, data, Ports.free());
        platform.launcher.run("install", "--test");
        platform.launcher.run("down"); // a run that was killed left its parts behind
        platform.forget();
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        try {
            platform.up();
        } catch (RuntimeException e) {
            platform.printLogs();
            throw e;
        }
        return platform;
    }

    void up() {
        System.out.println(launcher.run("up"));
    }

    /** The channel with a test picture and viewers who chat. */
    void demo() {
        launcher.run("demo");
    }

    void stopDemo() {
        launcher.run("demo", "stop");
    }

    /** The configuration of a node, as an operator has it printed. */
    String nginxConf(String... options) {
        return launcher.run(
                Stream.concat(Stream.of("nginx-conf"), Stream.of(options)).toArray(String[]::new));
    }

    /** What the doctor says of all nodes, in JSON; fails where one is not well. */
    String doctor() {
        return launcher.run("doctor", "--json");
    }

    /** What an admin types to make the first of them. */
    void admin(String name) {
        launcher.run("admin", name);
    }

    /** Runs what follows under another setting of the running product, and takes the change back. */
    void with(String setting, String value, Runnable then) {
        launcher.run("set", setting, value);
        try {
            then.run();
        } finally {
            launcher.run("set", setting);
        }
    }

    /** Stops everything. The data folder stays, for whoever wants to know why a test failed. */
    @Override
    public void close() {
        if (parts().values().stream().anyMatch(part -> part.pid().isPresent())) {
            launcher.run("down");
        }
        mailbox.close();
        keycloak.close();
    }

    /** What the product needs to know of the servers that tests bring. */
    private Map<String, String> settings() {
        var settings = new HashMap<>(mailbox.settings());
        settings.putAll(keycloak.settings());
        settings.put("STREAMING_GRACE_SECONDS", "0"); // what ends, ends at once; tests of the grace set their channel's
        settings.put("STREAMING_RECORDING_DEFAULT", "false"); // the tests of recordings have theirs on
        settings.put("STREAMING_EXTERNAL_HTTP", "true"); // a test's own server has no certificate
        settings.put("STREAMING_PUSH_PRIVATE_NETWORK", "true"); // where tests have their push service
        settings.put("STREAMING_RESTREAM_PRIVATE_NETWORK", "true"); // and their other servers
        settings.put("STREAMING_LADDER_PRESET", "ultrafast");
        return settings;
    }

    /** Where the product's mails arrive. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** The company's sign-in; it starts while the product does. */
    Keycloak keycloak() {
        return keycloak.up();
    }

    /** Pages, REST, WebSocket and HLS. */
    URI web() {
        return URI.create("http://127.0.0.1:" + ports.get("WEB"));
    }

    /** Payara itself, for when nginx is down. */
    URI payara() {
        return URI.create("http://127.0.0.1:" + ports.get("PAYARA"));
    }

    /** The loopback server that nginx-rtmp's callbacks go through. */
    URI ingest() {
        return URI.create("http://127.0.0.1:" + ports.get("INGEST"));
    }

    /** Where an encoder publishes with this key. */
    String rtmp(String key) {
        return status().getString("rtmp") + "/" + key;
    }

    /** The configuration of the product's nginx. */
    Path nginxConfiguration() {
        return data.resolve("nginx/nginx.conf");
    }

    /** The secret by which the application knows its ingest node. */
    String ingestSecret() {
        return secret("ingest");
    }

    /** How the site signs text of this purpose, as in a link of a mail that comes once a day: no test waits so long. */
    String signature(String purpose, String text) {
        byte[] secret = Base64.getDecoder().decode(secret("application"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(PushDevice.hmac(PushDevice.hmac(secret, bytes(purpose)), bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String secret(String name) {
        return read(data.resolve("secrets"))
                .lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** A part as {@code status --json} tells it. */
    record Part(String name, Optional<Long> pid, boolean up) {

        private static Part of(JsonObject json) {
            var pid = json.isNull("pid")
                    ? Optional.<Long>empty()
                    : Optional.of(json.getJsonNumber("pid").longValue());
            return new Part(json.getString("name"), pid, json.getBoolean("up"));
        }
    }

    Map<String, Part> parts() {
        return status().getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                .map(Part::of)
                .collect(Collectors.toMap(Part::name, Function.identity()));
    }

    private JsonObject status() {
        return Json.object(launcher.run("status", "--json"));
    }

    /** Kills a part with -9, with all of its processes. */
    void kill(String part) {
        var main = ProcessHandle.of(parts().get(part).pid().orElseThrow()).orElseThrow();
        Stream.concat(Stream.of(main), main.descendants()).toList().forEach(ProcessHandle::destroyForcibly);
        Await.awaitEqual(part + " is up", DEATH, () -> parts().get(part).up(), false);
    }

    /** Kills nginx's workers with -9; their master starts another. */
    void killWorkers() {
        nginx().children().forEach(ProcessHandle::destroyForcibly);
    }

    /** Has nginx read its configuration anew, which the operator's guide warns of. */
    void reloadNginx() {
        signal("HUP", nginx());
    }

    private ProcessHandle nginx() {
        return ProcessHandle.of(parts().get("nginx").pid().orElseThrow()).orElseThrow();
    }

    /** Sends a process a signal that Java does not know. */
    static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending a signal", e);
        }
    }

    /** Starts what a test killed and did not start again. */
    void upIfDown() {
        if (!parts().values().stream().allMatch(Part::up)) {
            up();
        }
    }

    /** Lines of the application's log so far that have this text in them. */
    List<String> applicationLog(String text) {
        return read(data.resolve("payara/streaming/logs/server.log"))
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }

    /** All log files of all parts. */
    List<Path> logs() {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("[^.].*\\.log([._].*)?")
                            || file.getParent().endsWith("logs"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each part said last. */
    void printLogs() {
        for (var log : logs()) {
            var lines = read(log).lines().toList();
            System.out.printf("%n=== %s%n", data.relativize(log));
            lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).forEach(System.out::println);
        }
    }

    static String read(Path file) {
        try {
            // Encoders and browsers may have put anything into a log.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
