package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;
import streaming.shared.Parameter;

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
            @QueryParam("q") String q,
            @QueryParam("sort") @DefaultValue("viewers") String sort,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        return channels.list(new ChannelFilter(
                Parameter.flag("live", live),
                Parameter.text("language", language, 12),
                Parameter.text("q", q, 100),
                ChannelSort.of(sort),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue()));
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
        return channels.edit(caller.get(Scope.CHANNEL_EDIT), name, edit);
    }

    @GET
    @Path("{name}/viewers")
    public ViewersJson viewers(@PathParam("name") String name) {
        return new ViewersJson(channels.get(name).viewers());
    }

    @GET
    @Path("{name}/key")
    public KeyJson key(@PathParam("name") String name) {
        return new KeyJson(keys.show(caller.get(Scope.KEY_READ), name));
    }

    @POST
    @Path("{name}/key")
    @Consumes("*/*")
    public KeyJson replaceKey(@PathParam("name") String name, @QueryParam("endStream") String endStream) {
        var ends = Boolean.TRUE.equals(Parameter.flag("endStream", endStream));
        return new KeyJson(keys.replace(caller.get(), name, ends));
    }
}
