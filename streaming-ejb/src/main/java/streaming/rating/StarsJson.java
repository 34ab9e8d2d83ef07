package streaming.rating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A rating as it is sent. */
public record StarsJson(
        @NotNull(message = "Give one to five stars.")
        @Min(value = 1, message = "Give one to five stars.")
        @Max(value = 5, message = "Give one to five stars.")
        Integer stars) {}
