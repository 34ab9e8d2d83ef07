package streaming.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What happens to a broadcast whose encoder is gone or has a rival. Only the channel's owner sees it.
 *
 * @param graceSeconds for how long it waits for its encoder; 0 ends it at once
 * @param takeOver whether another encoder with the same key takes the channel over, or is refused
 */
public record IngestRules(
        @NotNull(message = "Give a number of seconds.")
        @Min(value = 0, message = "Wait 0 to 300 seconds.")
        @Max(value = 300, message = "Wait 0 to 300 seconds.")
        Integer graceSeconds,

        @NotNull(message = "Say true or false.") Boolean takeOver) {}
