package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.account.Caller;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** {@code /api/channels}: who is here, who is live, and a channel's own settings for its owner. */
@Path("channels")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class ChannelsResource {

    @Inject
    Channels channels;

    @Inject
    StreamKeys keys;

    @Inject
    Caller caller;

    @GET
    public Page<ChannelJson> list(
            @QueryParam("live") String live,
            @QueryParam("language") String language,
            @QueryParam("q") @Size(max = 100, message = "Search for at most 100 characters.") String q,
            @QueryParam("sort") @DefaultValue("viewers") String sort,
            @QueryParam("page")
                    @DefaultValue("0")
                    @Min(value = 0, message = "Pages count from 0.")
                    @Max(value = 1_000_000, message = "There are not so many pages.")
                    int page,
            @QueryParam("size")
                    @DefaultValue("20")
                    @Min(value = 1, message = "Ask for 1 to 100 items.")
                    @Max(value = 100, message = "Ask for 1 to 100 items.")
                    int size) {
        return channels.list(new ChannelFilter(flag(live), language, q, ChannelSort.of(sort), page, size));
    }

    @GET
    @Path("{name}")
    public ChannelJson get(@PathParam("name") String name) {
        return channels.get(name);
    }

    @PATCH
    @Path("{name}")
    public ChannelJson edit(
            @PathParam("name") String name, @NotNull(message = "Send what changes as JSON.") ChannelEdit edit) {
        return channels.edit(caller.get(), name, edit);
    }

    @GET
    @Path("{name}/viewers")
    public ViewersJson viewers(@PathParam("name") String name) {
        return new ViewersJson(channels.get(name).viewers());
    }

    @GET
    @Path("{name}/key")
    public KeyJson key(@PathParam("name") String name) {
        return new KeyJson(keys.show(caller.get(), name));
    }

    @POST
    @Path("{name}/key")
    @Consumes("*/*")
    public KeyJson replaceKey(@PathParam("name") String name) {
        return new KeyJson(keys.replace(caller.get(), name));
    }

    private static Boolean flag(String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("live", "Use true or false.");
        };
    }
}
