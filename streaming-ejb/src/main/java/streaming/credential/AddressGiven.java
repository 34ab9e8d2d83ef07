package streaming.credential;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address whose owner forgot the password, or did not get a mail. */
public record AddressGiven(
        @NotBlank(message = "Give your e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "Use an address of at most 254 characters.")
        String email) {}
