package streaming.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether somebody may come in before their address is confirmed. */
@ApplicationScoped
public class AddressConfig {

    @Inject
    @ConfigProperty(name = "streaming.mail.confirm", defaultValue = "optional")
    String confirm;

    public boolean isConfirmationRequired() {
        return switch (confirm) {
            case "required" -> true;
            case "optional" -> false;
            default -> throw new IllegalStateException("streaming.mail.confirm is optional or required");
        };
    }

    /**
     * Lets an account in.
     *
     * @throws AddressUnconfirmed if its address must be confirmed before, and is not
     */
    public void admit(Account account) {
        if (isConfirmationRequired() && !account.isEmailConfirmed()) {
            throw new AddressUnconfirmed();
        }
    }
}
