package streaming.recording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What becomes of a channel's broadcasts. Only its owner sees it.
 *
 * @param records whether they are recorded; null as the site says
 * @param days after how many days a recording goes; null as the site says, which also says how many it may be
 */
public record RecordingRules(
        Boolean records,

        @Min(value = 1, message = "Keep them 1 to 3650 days.") @Max(value = 3650, message = "Keep them 1 to 3650 days.")
        Integer days) {}
