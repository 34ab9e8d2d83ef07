package streaming.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a new account is made of; each rule's message goes to the person who typed it. */
public record SignUp(
        @NotNull(message = "Choose a username.")
        @Pattern(regexp = "\\s*[A-Za-z0-9_]{3,25}\\s*", message = "Use 3 to 25 letters, digits or underscores.")
        String username,

        @NotBlank(message = "Give an e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "Use an address of at most 254 characters.")
        String email,

        @NotNull(message = "Choose a password.") @Size(min = 10, max = 200, message = "Use 10 to 200 characters.")
        String password) {

    /** Never the password: records like to be logged. */
    @Override
    public String toString() {
        return "SignUp[" + username + "]";
    }
}
