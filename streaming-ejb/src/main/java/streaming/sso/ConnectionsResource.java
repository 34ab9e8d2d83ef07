package streaming.sso;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;
import streaming.shared.Page;

/** {@code /api/accounts/me/connections}: the providers that one signs in with. One links by the pages: it takes a browser. */
@Path("accounts/me/connections")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ConnectionsResource {

    @Inject
    Connections connections;

    @Inject
    Caller caller;

    @GET
    public Page<ConnectionJson> list() {
        var all = connections.list(caller.get());
        return new Page<>(all, 0, all.size(), all.size());
    }

    @DELETE
    @Path("{provider}")
    public void unlink(@PathParam("provider") String provider) {
        connections.unlink(caller.get(), provider);
    }
}
