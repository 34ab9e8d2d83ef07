package streaming.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A stream as somebody plans it. */
public record PlannedStreamInput(
        @NotBlank(message = "Say what you are going to do.") @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        @NotNull(message = "Say when it begins.") Instant startsAt) {}
