package streaming.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import streaming.account.SignUpConfig;
import streaming.oidc.Provider;

/** What single sign-on needs to know of the site: where it is, and whether it takes new people. */
@ApplicationScoped
public class SsoConfig {

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    URI site;

    @Inject
    SignUpConfig signUps;

    /** Where the provider sends browsers back to: registered there, and never made of what a request says of its host. */
    public URI callback(Provider provider) {
        return URI.create(site.toString().replaceFirst("/+$", "") + "/login/with/" + provider.name() + "/callback");
    }

    /** Whether somebody without an account gets one by this provider. */
    public boolean mayBringAccounts(Provider provider) {
        return provider.signUp().orElseGet(signUps::isOpen);
    }
}
