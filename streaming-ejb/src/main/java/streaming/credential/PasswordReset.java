package streaming.credential;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The secret of a mailed link, and the password that its reader chooses. */
public record PasswordReset(
        @NotBlank(message = "Send the token of the link.") String token,

        @NotNull(message = "Choose a password.") @Size(min = 10, max = 200, message = "Use 10 to 200 characters.")
        String password) {

    /** Neither of them: records like to be logged. */
    @Override
    public String toString() {
        return "PasswordReset[…]";
    }
}
