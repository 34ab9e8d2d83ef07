package streaming.limit;

import java.time.Duration;
import java.util.regex.Pattern;

/** So many in so much time; written {@code 120/1m}, with s, m, h or d. */
record Rate(int count, Duration period) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,5})([smhd])");

    static Rate of(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' is no rate such as 120/1m, nor off".formatted(text));
        }
        return new Rate(Integer.parseInt(match.group(1)), period(Long.parseLong(match.group(2)), match.group(3)));
    }

    /** After this time, one more may come. */
    Duration step() {
        return period.dividedBy(count);
    }

    private static Duration period(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
