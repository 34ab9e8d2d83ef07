package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import streaming.access.Viewers;
import streaming.access.Watching;
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
    LiveChannels live;

    @Inject
    StreamKeys keys;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @Inject
    Caller caller;

    /** What is live comes from memory; the JSON of it, which most ask for, is given before it comes here. */
    @GET
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"}) // who takes anything gets JSON
    public Page<ChannelJson> list(
            @QueryParam("live") String onlyLive,
            @QueryParam("category") String category,
            @QueryParam("tag") String tag,
            @QueryParam("language") String language,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        var filter = ChannelFilter.of(onlyLive, category, tag, language, q, sort, page, size, after);
        return filter.isOfTheLive() ? live.now().page(filter) : channels.list(filter);
    }

    @GET
    @Path("{name}")
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    public Response get(@PathParam("name") String name) {
        return answer(seen(name));
    }

    /** As the caller may see it. */
    private ChannelJson seen(String name) {
        var channel = channels.get(name);
        var shut = !channel.open() && watching.refusal(viewers.current(), name).isPresent();
        return shut ? channel.veiled() : channel;
    }

    @PATCH
    @Path("{name}")
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    public Response edit(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "Send what changes as JSON.") ChannelEdit edit) {
        return answer(channels.edit(caller.get(Scope.CHANNEL_EDIT), name, edit, Versions.in(ifMatch)));
    }

    private static Response answer(ChannelJson channel) {
        return Response.ok(channel).tag(channel.etag()).build();
    }

    @GET
    @Path("{name}/viewers")
    public ViewersJson viewers(@PathParam("name") String name) {
        return new ViewersJson(seen(name).viewers());
    }

    @GET
    @Path("{name}/ingest")
    public IngestRules ingestRules(@PathParam("name") String name) {
        return channels.rules(caller.get(Scope.CHANNEL_EDIT), name);
    }

    @PUT
    @Path("{name}/ingest")
    public IngestRules ruleIngest(
            @PathParam("name") String name, @NotNull(message = "Send both rules as JSON.") IngestRules rules) {
        return channels.rule(caller.get(Scope.CHANNEL_EDIT), name, rules);
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
