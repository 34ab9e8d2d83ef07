package streaming.credential;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The old password and the new one. */
public record PasswordChange(
        @NotBlank(message = "Give your old password.") @Size(max = 200, message = "This is too long.")
        String oldPassword,

        @NotNull(message = "Choose a password.") @Size(min = 10, max = 200, message = "Use 10 to 200 characters.")
        String password) {

    /** Never a password: records like to be logged. */
    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}
