package streaming.rating;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** A rating as it is sent; a decimal, because JSON-B would take half a star away without a word. */
public record StarsJson(
        @NotNull(message = StarsJson.RULE)
        @Min(value = 1, message = StarsJson.RULE)
        @Max(value = 5, message = StarsJson.RULE)
        @Digits(integer = 9, fraction = 0, message = StarsJson.RULE)
        BigDecimal stars) {

    static final String RULE = "Give one to five stars, and whole ones.";

    public static StarsJson of(long stars) {
        return new StarsJson(BigDecimal.valueOf(stars));
    }
}
