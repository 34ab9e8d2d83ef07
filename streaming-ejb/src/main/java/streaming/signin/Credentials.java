package streaming.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What signs in: {@code login} is a name or an address. */
public record Credentials(
        @NotBlank(message = "Give your name or address.") @Size(max = 254, message = "This is too long.")
        String login,

        @NotBlank(message = "Give your password.") @Size(max = 200, message = "This is too long.")
        String password) {

    /** Never the password: records like to be logged. */
    @Override
    public String toString() {
        return "Credentials[" + login + "]";
    }
}
