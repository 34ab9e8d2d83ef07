package streaming.chat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.access.Viewers;
import streaming.access.Watching;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/chat}: what was said, by sequence number; without bounds, the last lines. */
@Path("channels/{name}/chat")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ChatResource {

    @Inject
    ChatHistory history;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @GET
    public Page<ChatMessageJson> list(
            @PathParam("name") String name,
            @QueryParam("before") String before,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        if (before != null && after != null) {
            throw new InvalidInput("before", "Give before or after, not both.");
        }
        int lines = Parameter.whole("limit", limit, 100L, 1, 200).intValue();
        long channelId = watching.check(viewers.current(), name).orElseThrow(() -> new NoSuchChannel(name));
        var items = after == null
                ? history.before(channelId, Parameter.whole("before", before, Long.MAX_VALUE, 0, Long.MAX_VALUE), lines)
                : history.after(channelId, Parameter.whole("after", after, 0L, 0, Long.MAX_VALUE), lines);
        return new Page<>(items, 0, lines, history.lastSeq(channelId));
    }
}
