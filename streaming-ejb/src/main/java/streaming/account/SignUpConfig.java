package streaming.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Who may sign up, and how. Asked anew each time, so that an operator's change holds at once. */
@ApplicationScoped
public class SignUpConfig {

    @Inject
    Config config;

    /** Whether anybody may. */
    public boolean isOpen() {
        return config.getOptionalValue("streaming.signup.open", Boolean.class).orElse(true);
    }

    /** Where one gets an account while sign-up is closed: an address, or words. */
    public Optional<String> contact() {
        return config.getOptionalValue("streaming.signup.contact", String.class);
    }

    /** Whether a program that signs up has to work for it first. */
    public boolean needsCaptcha() {
        return config.getOptionalValue("streaming.signup.captcha", Boolean.class)
                .orElse(false);
    }

    /** Of telephone numbers without a country's code. */
    String region() {
        return config.getOptionalValue("streaming.signup.region", String.class).orElse("US");
    }

    /** How many days nobody may take the name of a deleted account; empty for ever. */
    Optional<Integer> retiredNameDays() {
        return config.getOptionalValue("streaming.account.retired-name-days", Integer.class);
    }
}
