package streaming.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import streaming.caller.Caller;
import streaming.caller.SignedIn;

/** Who looks at the page, as the header needs it. */
@Named
@RequestScoped
public class Visitor {

    @Inject
    Caller caller;

    public boolean isSignedIn() {
        return caller.find().isPresent();
    }

    public boolean isAdmin() {
        return caller.find().filter(SignedIn::admin).isPresent();
    }

    public boolean isStaff() {
        return caller.find().filter(SignedIn::staff).isPresent();
    }

    /** Empty for anonymous visitors. */
    public String getUsername() {
        return caller.find().map(SignedIn::username).orElse("");
    }
}
