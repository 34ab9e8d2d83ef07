package streaming.moderation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/** What an admin changes about an account; null leaves it as it is. {@code roles} are all that it has then. */
public record AccountChange(
        Boolean active,
        Set<
                        @NotNull(message = "The roles are moderator, staff and admin.")
                        @Pattern(
                                regexp = "viewer|moderator|staff|admin",
                                message = "The roles are moderator, staff and admin.")
                        String>
                roles) {}
