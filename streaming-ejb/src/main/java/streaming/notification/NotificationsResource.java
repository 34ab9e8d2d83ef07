package streaming.notification;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import streaming.caller.Caller;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/accounts/me/notifications}: what the caller was told, latest first, and what of it they have read. */
@Path("accounts/me/notifications")
@Produces(APPLICATION_JSON)
@RequestScoped
public class NotificationsResource {

    @Inject
    Notifications notifications;

    @Inject
    Caller caller;

    @GET
    public Page<NotificationJson> list(
            @QueryParam("page") String page, @QueryParam("size") String size, @QueryParam("after") String after) {
        return notifications.list(
                caller.get(),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue(),
                after);
    }

    @GET
    @Path("unread")
    public UnreadJson unread() {
        var id = caller.get().id();
        return new UnreadJson(notifications.unread(List.of(id)).getOrDefault(id, 0));
    }

    /** Takes one, or with {@code upTo=true} all up to it, for read. */
    @PUT
    @Path("{id}/read")
    public void read(@PathParam("id") String id, @QueryParam("upTo") String upTo) {
        var who = caller.get();
        long number = Parameter.whole("id", id, 0L, 1, Long.MAX_VALUE);
        if (Boolean.TRUE.equals(Parameter.flag("upTo", upTo))) {
            notifications.readUpTo(who, number);
        } else {
            notifications.read(who, number);
        }
    }
}
