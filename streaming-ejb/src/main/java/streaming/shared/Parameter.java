package streaming.shared;

import java.util.UUID;

/** Reads parameters of a request, so that a wrong one is refused by its name and not as an unknown address. */
public final class Parameter {

    private Parameter() {}

    /** A whole number within bounds, both included; the fallback where there is none. */
    public static Long whole(String name, String text, Long fallback, long min, long max) {
        if (text == null) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, with the bounds
        }
        throw new InvalidInput(name, "Give a whole number from %d to %d.".formatted(min, max));
    }

    /** True, false, or null where there is none. */
    public static Boolean flag(String name, String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw new InvalidInput(name, "Use true or false.");
    }

    /** Text of at most so many characters, or null where there is none. */
    public static String text(String name, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidInput(name, "Use at most %d characters.".formatted(longest));
        }
        return text;
    }

    /** An id as we give them (RFC 9562); refuses other text. */
    public static UUID id(String name, String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(name, "This is no id.");
        }
    }
}
