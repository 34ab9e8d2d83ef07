package streaming.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Has the providers' settings read when the application starts: one that is wrong must not wait for a visitor. */
@Singleton
@Startup
public class ProviderCheck {

    @Inject
    Providers providers;

    @PostConstruct
    void read() {
        providers.all();
    }
}
