package streaming.account;

import jakarta.validation.constraints.Size;

/** What somebody changes about themselves; null leaves a field as it is, an empty phone number takes it away. */
public record ProfileEdit(
        @Size(max = 50, message = "Use at most 50 characters.")
        String firstName,

        @Size(max = 50, message = "Use at most 50 characters.")
        String lastName,

        @Size(max = 32, message = "Use at most 32 characters.")
        String phone,

        @Size(max = 500, message = "Use at most 500 characters.")
        String bio) {}
