package streaming.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import streaming.oidc.Provider;
import streaming.oidc.Providers;

/** The providers that one can sign in with, for tags/providers.xhtml. */
@Named
@RequestScoped
public class ProviderButtons {

    @Inject
    Providers providers;

    public List<Provider> getAll() {
        return providers.all();
    }

    /** Where its button leads; {@code next} is where to go after that, or nothing. */
    public String path(Provider provider, String next) {
        var path = "/login/with/" + provider.name();
        return next == null || next.isEmpty()
                ? path
                : path + "?next="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
