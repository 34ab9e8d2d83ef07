package streaming.chat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** {@code /api/channels/{name}/chat}: what was said, by sequence number; without bounds, the last lines. */
@Path("channels/{name}/chat")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ChatResource {

    @Inject
    ChatHistory history;

    @Inject
    Channels channels;

    @GET
    public Page<ChatMessageJson> list(
            @PathParam("name") String name,
            @QueryParam("before") @Min(value = 0, message = "Sequence numbers count from 1.") Long before,
            @QueryParam("after") @Min(value = 0, message = "Sequence numbers count from 1.") Long after,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(value = 1, message = "Ask for 1 to 200 lines.")
                    @Max(value = 200, message = "Ask for 1 to 200 lines.")
                    int limit) {
        if (before != null && after != null) {
            throw new InvalidInput("before", "Give before or after, not both.");
        }
        long channelId = channels.findId(name).orElseThrow(() -> new NoSuchChannel(name));
        var items = after != null
                ? history.after(channelId, after, limit)
                : history.before(channelId, before == null ? Long.MAX_VALUE : before, limit);
        return new Page<>(items, 0, limit, history.lastSeq(channelId));
    }
}
