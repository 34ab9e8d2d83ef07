package streaming.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who must have a second factor. */
@ApplicationScoped
public class FactorConfig {

    @Inject
    @ConfigProperty(name = "streaming.factor.required-for-admins", defaultValue = "false")
    Provider<Boolean> requiredForAdmins;

    /** Whether admins without one are none; asked each time: Payara remembers a setting for a minute. */
    boolean requiredForAdmins() {
        return requiredForAdmins.get();
    }
}
