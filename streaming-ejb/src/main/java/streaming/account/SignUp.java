package streaming.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import streaming.shared.Upload;

/**
 * What a new account is made of; each rule's message goes to the person who typed it. All after the password may be
 * null. {@code captcha} is the solution of one, where the site asks for it.
 */
public record SignUp(
        @NotNull(message = "Choose a username.")
        @Pattern(regexp = "\\s*[A-Za-z0-9_]{3,25}\\s*", message = "Use 3 to 25 letters, digits or underscores.")
        String username,

        @NotBlank(message = "Give an e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "Use an address of at most 254 characters.")
        String email,

        @NotNull(message = "Choose a password.")
        @Size(min = PasswordRules.SHORTEST, max = PasswordRules.LONGEST, message = "Use 10 to 200 characters.")
        String password,

        @Size(max = 50, message = "Use at most 50 characters.")
        String firstName,

        @Size(max = 50, message = "Use at most 50 characters.")
        String lastName,

        @Size(max = 32, message = "Use at most 32 characters.")
        String phone,

        @Size(max = 500, message = "Use at most 500 characters.")
        String bio,

        Upload picture,

        @Size(max = 2000, message = "This is not the captcha's solution.")
        String captcha) {

    @JsonbCreator // else JSON-B cannot choose between the two constructors
    public SignUp {}

    public SignUp(String username, String email, String password) {
        this(username, email, password, null, null, null, null, null, null);
    }

    ProfileEdit profile() {
        return new ProfileEdit(firstName, lastName, phone, bio);
    }

    /** Never the password: records like to be logged. */
    @Override
    public String toString() {
        return "SignUp[" + username + "]";
    }
}
