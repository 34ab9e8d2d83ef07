package streaming.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the account of somebody is made of who signs in with a provider, which may have confirmed the address. */
public record SignUpWithoutPassword(
        @NotNull(message = "Choose a username.")
        @Pattern(regexp = "\\s*[A-Za-z0-9_]{3,25}\\s*", message = "Use 3 to 25 letters, digits or underscores.")
        String username,

        @NotBlank(message = "Give an e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "Use an address of at most 254 characters.")
        String email,

        boolean emailConfirmed) {}
