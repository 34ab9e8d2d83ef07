package streaming.credential;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address that somebody wants to have, and the password that proves who wants it. */
public record AddressChange(
        @NotBlank(message = "Give the new e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "Use an address of at most 254 characters.")
        String email,

        @NotBlank(message = "Give your password.") @Size(max = 200, message = "This is too long.")
        String currentPassword) {

    /** Never the password: records like to be logged. */
    @Override
    public String toString() {
        return "AddressChange[" + email + "]";
    }
}
