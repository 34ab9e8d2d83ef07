package streaming.channel;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the owner changes; null leaves a field as it is. {@code language} is a BCP 47 tag. */
public record ChannelEdit(
        @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        @Size(max = 200, message = "Use at most 200 characters.")
        String bio,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", message = "Use a language tag such as en or pt-BR.")
        String language) {}
