package streaming.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What signs in: {@code login} is a name or an address, {@code code} of the second factor, if there is one. */
public record Credentials(
        @NotBlank(message = "Give your name or address.") @Size(max = 254, message = "This is too long.")
        String login,

        @NotBlank(message = "Give your password.") @Size(max = 200, message = "This is too long.")
        String password,

        @Size(max = 40, message = "This is too long.") String code) {

    /** With no second factor. */
    public static Credentials of(String login, String password) {
        return new Credentials(login, password, null);
    }

    /** Never the password, nor the code: records like to be logged. */
    @Override
    public String toString() {
        return "Credentials[" + login + "]";
    }
}
