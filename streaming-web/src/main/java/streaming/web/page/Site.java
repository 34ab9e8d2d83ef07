package streaming.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import streaming.account.SignUpConfig;

/** What all pages know of how this site is run. */
@Named
@RequestScoped
public class Site {

    @Inject
    SignUpConfig signUp;

    private Boolean open;

    /** Whether anybody may sign up; the pages ask more than once. */
    public boolean isOpen() {
        if (open == null) {
            open = signUp.isOpen();
        }
        return open;
    }
}
