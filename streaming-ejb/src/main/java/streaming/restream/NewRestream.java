package streaming.restream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Another server, as an owner names it.
 *
 * @param enabled whether it is sent to; null for yes
 */
public record NewRestream(
        @NotBlank(message = "Give it a name.") @Size(max = 50, message = "Use at most 50 characters.")
        String name,

        @NotBlank(message = "Give the server's address, such as rtmp://live.example.org/app.")
        @Size(max = 200, message = "Use at most 200 characters.")
        String address,

        @NotBlank(message = "Give the key that the server gave you.")
        @Size(max = 300, message = "Use at most 300 characters.")
        @Pattern(regexp = RestreamEdit.ONE_LINE, message = "A key has no spaces or control characters.")
        String key,

        Boolean enabled) {}
