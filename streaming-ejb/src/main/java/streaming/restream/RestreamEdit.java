package streaming.restream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What an owner changes; null leaves it. */
public record RestreamEdit(
        @Size(max = 50, message = "Use at most 50 characters.")
        @Pattern(regexp = ".*\\S.*", message = "Give it a name.")
        String name,

        @Size(max = 200, message = "Use at most 200 characters.")
        String address,

        @Size(max = 300, message = "Use at most 300 characters.")
        @Pattern(regexp = ONE_LINE, message = "A key has no spaces or control characters.")
        String key,

        Boolean enabled) {

    /** Printable, without spaces but around it: it goes on a line of a file. */
    static final String ONE_LINE = "\\s*[!-~]*\\s*";
}
