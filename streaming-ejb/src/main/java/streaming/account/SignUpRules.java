package streaming.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import streaming.captcha.Captchas;
import streaming.shared.InvalidInput;

/** What must hold before somebody's sign-up is worth a look into the database. */
@ApplicationScoped
public class SignUpRules {

    private static final PasswordRules PASSWORDS = new PasswordRules();

    @Inject
    SignUpConfig config;

    @Inject
    Captchas captchas;

    @Inject
    Validator validator;

    /**
     * The captcha comes last: nobody solves a second one for a slip of the pen.
     *
     * @throws SignUpClosed nobody may sign up
     * @throws InvalidInput with the fields that break a rule
     */
    void check(SignUp input) {
        if (!config.isOpen()) {
            throw new SignUpClosed(config.contact());
        }
        InvalidInput.check(validator, input);
        refuseReserved(input.username());
        PASSWORDS.check(input.password(), input.username(), input.email());
        if (config.needsCaptcha()) {
            captchas.redeem(input.captcha());
        }
    }

    /**
     * Of somebody whom a provider vouches for; whether they may sign up is the provider's setting.
     *
     * @throws InvalidInput with the fields that break a rule
     */
    void check(SignUpWithoutPassword input) {
        InvalidInput.check(validator, input);
        refuseReserved(input.username());
    }

    private static void refuseReserved(String username) {
        if (ReservedNames.contains(Account.normal(username))) {
            throw new InvalidInput("username", "This name is an address of the site: choose another.");
        }
    }
}
