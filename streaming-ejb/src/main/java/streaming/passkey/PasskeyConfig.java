package streaming.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the site is called, for passkeys. */
@ApplicationScoped
public class PasskeyConfig {

    @Inject
    @ConfigProperty(name = "streaming.site.url")
    Optional<String> site;

    /** The site as a browser calls it that sends this {@code Origin}, found to be our own; see {@link RelyingParty#of}. */
    public RelyingParty party(String origin) {
        return RelyingParty.of(site.map(URI::create).orElse(null), origin);
    }
}
