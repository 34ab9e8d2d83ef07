package streaming.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Who may sign up, and how. Asked of the sources themselves: the server remembers for a minute what it read, and whoever
 * closes the door means now.
 */
@ApplicationScoped
public class SignUpConfig {

    @Inject
    Config config;

    /** Whether anybody may. */
    public boolean isOpen() {
        return find("streaming.signup.open").map(Boolean::valueOf).orElse(true);
    }

    /** Where one gets an account while sign-up is closed: an address, or words. */
    public Optional<String> contact() {
        return find("streaming.signup.contact");
    }

    /** Whether a program that signs up has to work for it first. */
    public boolean needsCaptcha() {
        return find("streaming.signup.captcha").map(Boolean::valueOf).orElse(false);
    }

    /** Of telephone numbers without a country's code (ISO 3166-1). */
    String region() {
        return find("streaming.signup.region").orElse("US");
    }

    /** How many days nobody may take the name of a deleted account; empty for ever. */
    Optional<Integer> retiredNameDays() {
        return find("streaming.account.retired-name-days").map(Integer::valueOf);
    }

    private Optional<String> find(String name) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(source -> source.getValue(name))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
