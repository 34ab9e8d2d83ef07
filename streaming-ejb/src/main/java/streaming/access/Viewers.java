package streaming.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import streaming.audience.ViewerIds;
import streaming.caller.Caller;
import streaming.caller.Scope;

/** Who asks in this request, as a viewer: by sign-in, and by the browser's cookie. */
@RequestScoped
public class Viewers {

    @Inject
    Caller caller;

    @Inject
    ViewerIds ids;

    @Inject
    HttpServletRequest request;

    /** A personal token counts if it may read channels. */
    public Viewer current() {
        return Viewer.of(caller.find().filter(who -> who.may(Scope.CHANNEL_READ)), ids.find(request));
    }
}
