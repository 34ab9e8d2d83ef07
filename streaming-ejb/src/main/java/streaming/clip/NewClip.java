package streaming.clip;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** What to cut: from when to when in the recording, in seconds. It begins at the last key frame before. */
public record NewClip(
        @NotBlank(message = "Give it a title.") @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        @NotNull(message = "Give the second at which it starts.")
        @PositiveOrZero(message = "Give the second at which it starts.")
        Double start,

        @NotNull(message = "Give the second at which it ends.")
        @PositiveOrZero(message = "Give the second at which it ends.")
        Double end) {}
