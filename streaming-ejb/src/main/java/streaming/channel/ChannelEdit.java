package streaming.channel;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What the owner changes; null leaves a field as it is. {@code language} is a BCP 47 tag, {@code category} a category's
 * slug or empty for none.
 */
public record ChannelEdit(
        @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        @Size(max = 200, message = "Use at most 200 characters.")
        String bio,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", message = "Use a language tag such as en or pt-BR.")
        String language,

        String category,
        List<String> tags,
        List<SocialLink> socialLinks) {

    @JsonbCreator // else JSON-B cannot choose between the two constructors
    public ChannelEdit {}

    public ChannelEdit(String title, String bio, String language) {
        this(title, bio, language, null, null, null);
    }

    /** Today's stream: what one sets in one step before going live. */
    public static ChannelEdit stream(String title, String category, List<String> tags) {
        return new ChannelEdit(title, null, null, category, tags, null);
    }
}
