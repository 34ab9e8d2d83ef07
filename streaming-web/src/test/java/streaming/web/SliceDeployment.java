package streaming.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The built WAR with the built EJB module in it, for Payara Micro, which deploys no EAR and has no broker: the one class
 * that speaks JMS, and the health check that asks it, are left out.
 */
final class SliceDeployment {

    private static final List<String> LIBRARIES = List.of(
            "db-",
            "caffeine-",
            "java-otp",
            "qrcodegen",
            "webauthn4j-",
            "slf4j-",
            "hibernate-",
            "jboss-logging",
            "byte-buddy",
            "antlr4-runtime",
            "classmate",
            "jandex",
            "flyway-",
            "postgresql-42",
            "oauth2-oidc-sdk",
            "content-type",
            "lang-tag",
            "jackson-",
            "jmustache-",
            "libphonenumber",
            "zxcvbn",
            "altcha",
            "json-2",
            "thumbnailator",
            "aws-lightweight-client",
            "zerodep-web-push",
            "imageio-",
            "common-lang",
            "common-io",
            "common-image",
            "assertj-core");

    private SliceDeployment() {}

    static WebArchive war() {
        var war = ShrinkWrap.create(ZipImporter.class, "slice.war")
                .importFrom(new File(System.getProperty("streaming.war")))
                .as(WebArchive.class);
        war.delete("/WEB-INF/classes/streaming/web/health/BrokerHealth.class");
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.getName().endsWith(".jar"))
                .toList();
        jars.stream()
                .filter(jar -> LIBRARIES.stream().anyMatch(jar.getName()::startsWith))
                .forEach(war::addAsLibrary);
        var ejb = jars.stream()
                .filter(jar -> jar.getName().startsWith("streaming-ejb"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Package streaming-ejb first: mvn verify does"));
        return war.addAsLibrary(withoutJms(ejb));
    }

    private static JavaArchive withoutJms(File ejb) {
        var jar = ShrinkWrap.create(ZipImporter.class, "streaming-ejb.jar")
                .importFrom(ejb)
                .as(JavaArchive.class);
        jar.delete("/streaming/event/ChannelEvents.class");
        return jar.addAsResource(new StringAsset(settings()), "META-INF/microprofile-config.properties");
    }

    private static String settings() {
        return """
                streaming.db.url=%s
                streaming.db.user=postgres
                streaming.db.password=postgres
                streaming.secret=%s
                streaming.ingest.local.secret=slice
                streaming.ingest.local.control=http://127.0.0.1:9
                """.formatted(
                        database().getJdbcUrl("postgres", "postgres"),
                        Base64.getEncoder().encodeToString(new byte[32]));
    }

    private static EmbeddedPostgres database() {
        try {
            var server = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
