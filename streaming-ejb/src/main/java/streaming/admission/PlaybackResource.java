package streaming.admission;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import streaming.access.Playback;
import streaming.access.Viewer;
import streaming.access.Viewers;
import streaming.caller.Caller;
import streaming.channel.Channels;
import streaming.shared.Secret;

/** {@code /api/channels/{name}/playback}: an address for players outside of the channel's page. */
@Path("channels/{name}/playback")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class PlaybackResource {

    @Inject
    Playback playback;

    @Inject
    ChannelPasswords passwords;

    @Inject
    Channels channels;

    @Inject
    Viewers viewers;

    @Inject
    Caller caller;

    @POST
    public Response start(
            @PathParam("name") String name,
            @NotNull(message = "Send a JSON object; {} where no password is needed.") PasswordInput input) {
        var channel = channels.get(name);
        // A program that keeps no cookies is one device a call; who is not signed in gets a name for this address.
        var asks = viewers.current();
        var viewer = asks.account() == null && asks.id() == null && input.password() != null
                ? new Viewer(null, Secret.random().text())
                : new Viewer(asks.account(), asks.account() == null ? asks.id() : null);
        if (input.password() != null) {
            passwords.give(viewer, name, input.password(), caller.device());
        }
        var address = playback.start(viewer, name)
                .map(PlaybackJson::of)
                .orElseGet(() -> new PlaybackJson(channel.hlsUrl(), null));
        return Response.ok(address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
