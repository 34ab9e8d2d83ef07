package streaming.e2e;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A real Keycloak with the people of a company, as company-realm.json has them. The product knows it as three
 * providers: {@link #COMPANY}, {@link #ASKING}, which asks people for their consent, and {@link #MISTAKEN}, for which
 * it has a wrong secret.
 */
final class Keycloak implements AutoCloseable {

    static final String COMPANY = "The Company";
    static final String ASKING = "Asking Company";
    static final String MISTAKEN = "Mistaken Company";

    /** The password of everybody at the company. */
    static final String PASSWORD = "secret of the person";

    private static final Duration STARTED = Duration.ofSeconds(150); // its first start on a machine compiles it
    private static final String ADMIN = "admin";

    private final URI base;
    private final Api api;
    private final Process process;

    private Keycloak(URI base, Process process) {
        this.base = base;
        this.api = new Api(base);
        this.process = process;
    }

    /** Starts it, with a database in memory, and does not wait for it. */
    static Keycloak start() {
        var home = Path.of(System.getProperty("keycloak.home"));
        int port = Ports.another();
        try {
            copyRealm(home.resolve("data/import"));
            var builder = new ProcessBuilder(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--db=dev-mem",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolveSibling("keycloak.log").toFile());
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
            return new Keycloak(URI.create("http://127.0.0.1:" + port), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyRealm(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var realm = Keycloak.class.getResourceAsStream("company-realm.json")) {
            Files.copy(
                    Objects.requireNonNull(realm),
                    folder.resolve("company-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Waits until people can sign in. */
    Keycloak up() {
        Await.awaitEqual(
                "Keycloak has the company",
                STARTED,
                () -> api.get("/realms/company/.well-known/openid-configuration")
                        .status(),
                200);
        return this;
    }

    /** What makes the product know it. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("STREAMING_SSO_PROVIDERS", "company,asking,mistaken");
        add(settings, "COMPANY", COMPANY, "streaming", "a secret for tests");
        add(settings, "ASKING", ASKING, "asking", "a secret for tests");
        add(settings, "MISTAKEN", MISTAKEN, "streaming", "another secret");
        settings.put("STREAMING_SSO_COMPANY_ROLES_ADMIN", "/streaming-admins");
        return settings;
    }

    private void add(Map<String, String> settings, String name, String title, String client, String secret) {
        settings.put("STREAMING_SSO_" + name + "_TITLE", title);
        settings.put("STREAMING_SSO_" + name + "_ISSUER", base + "/realms/company");
        settings.put("STREAMING_SSO_" + name + "_CLIENT_ID", client);
        settings.put("STREAMING_SSO_" + name + "_CLIENT_SECRET", secret);
    }

    /** Signs somebody in at the company, whose form must be on the screen. */
    static void signIn(Viewer viewer, String username) {
        viewer.page().locator("#username").fill(username);
        viewer.page().locator("#password").fill(PASSWORD);
        viewer.page().locator("#kc-login").click();
    }

    /** Denies what the company asks for consent to. */
    static void deny(Viewer viewer) {
        viewer.page().locator("#kc-cancel").click();
    }

    /** Takes somebody out of all groups. */
    void leaveGroups(String username) {
        var form = "grant_type=password&client_id=admin-cli&username=%1$s&password=%1$s".formatted(ADMIN);
        var token = Json.object(api.postForm("/realms/master/protocol/openid-connect/token", form)
                        .body())
                .getString("access_token");
        var bearer = new String[] {"Authorization", "Bearer " + token};
        var user = first(api.get("/admin/realms/company/users?exact=true&username=" + encoded(username), bearer));
        var groups = "/admin/realms/company/users/" + user.getString("id") + "/groups";
        var group = first(api.get(groups, bearer));
        api.send("DELETE", groups + "/" + group.getString("id"), null, bearer);
    }

    private static JsonObject first(Answer list) {
        return Json.object("{\"items\":%s}".formatted(list.body()))
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
