package streaming.external;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import streaming.channel.ChannelEdit;

/** What an encoder says of itself; null leaves the channel's title, category or tags as they are. */
public record NewBroadcast(
        @NotBlank(message = "Give the address of the HLS playlist.")
        String hlsUrl,

        @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        String category,
        List<String> tags) {

    boolean editsTheChannel() {
        return title != null || category != null || tags != null;
    }

    ChannelEdit edit() {
        return ChannelEdit.stream(title, category, tags);
    }
}
