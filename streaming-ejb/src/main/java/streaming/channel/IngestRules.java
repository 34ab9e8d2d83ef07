package streaming.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How broadcasts are carried: what happens to one whose encoder is gone or has a rival, and how much of it is kept while it
 * runs. Only the channel's owner sees it.
 *
 * @param graceSeconds for how long it waits for its encoder; 0 ends it at once
 * @param takeOver whether another encoder with the same key takes the channel over, or is refused
 * @param dvrSeconds how far back viewers may go while it runs, 0 for not at all; null leaves it as it is
 */
public record IngestRules(
        @NotNull(message = "Give a number of seconds.")
        @Min(value = 0, message = "Wait 0 to 300 seconds.")
        @Max(value = 300, message = "Wait 0 to 300 seconds.")
        Integer graceSeconds,

        @NotNull(message = "Say true or false.") Boolean takeOver,

        @Min(value = 0, message = "Let viewers go back 0 to 300 seconds.")
        @Max(value = IngestRules.LONGEST_DVR, message = "Let viewers go back 0 to 300 seconds.")
        Integer dvrSeconds) {

    static final int LONGEST_DVR = 300;
}
