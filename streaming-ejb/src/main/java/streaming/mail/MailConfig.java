package streaming.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that takes our mail, who it is from, and what links in it begin with. */
@ApplicationScoped
public class MailConfig {

    @Inject
    @ConfigProperty(name = "streaming.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "streaming.mail.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "streaming.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "streaming.mail.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "streaming.mail.starttls", defaultValue = "true")
    boolean startTls;

    @Inject
    @ConfigProperty(name = "streaming.mail.from", defaultValue = "streaming <no-reply@localhost>")
    String from;

    @Inject
    @ConfigProperty(name = "streaming.mail.folder")
    Optional<String> folder;

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    URI site;

    /** The mail server; without one, messages go to the {@link #folder}. */
    Optional<String> host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Who signs in to the mail server; without one, nobody does. */
    Optional<String> user() {
        return user;
    }

    String password() {
        return password.orElse("");
    }

    /** Whether the connection must be encrypted before anything is said. Port 465 is from its first byte (RFC 8314). */
    boolean startTls() {
        return startTls && !implicitTls();
    }

    boolean implicitTls() {
        return port == 465;
    }

    /** The sender's address, which may have a name before it (RFC 5322 §3.4). */
    String from() {
        return from;
    }

    /** Where messages go for want of a server; by default beside the server's own log. */
    Path folder() {
        return Path.of(folder.orElseGet(() -> System.getProperty("com.sun.aas.instanceRoot", ".") + "/mail"))
                .toAbsolutePath()
                .normalize();
    }

    /** An address of the site for people to follow: never made of what a request says of its host. */
    String link(String path) {
        return site.toString().replaceAll("/+$", "") + path;
    }
}
