package streaming.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What a personal token is made of: what it is for, what it may do, and for how many days. */
public record NewPersonalToken(
        @NotBlank(message = "Name the token, after what will use it.")
        @Size(max = 60, message = "Use at most 60 characters.")
        String name,

        @NotEmpty(message = "Choose what the token may do.")
        Set<@NotNull(message = SCOPES) @Pattern(regexp = SCOPE, message = SCOPES) String> scopes,

        @NotNull(message = "Say for how many days the token is good.")
        @Min(value = 1, message = "Use 1 to 365 days.")
        @Max(value = 365, message = "Use 1 to 365 days.")
        Integer days) {

    private static final String SCOPE = "channel:read|channel:edit|channel:broadcast|chat:write|key:read";
    private static final String SCOPES =
            "The scopes are channel:read, channel:edit, channel:broadcast, chat:write and key:read.";
}
