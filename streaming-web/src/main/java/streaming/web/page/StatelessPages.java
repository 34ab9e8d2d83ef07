package streaming.web.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Marks viewers' pages as stateless before anything is built. Their templates say it, too, but only once they are
 * rendered, and PrimeFaces opens an HTTP session before that for the nonce of the admin pages.
 */
public class StatelessPages implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {}

    @Override
    public void afterPhase(PhaseEvent event) {
        var view = event.getFacesContext().getViewRoot();
        if (view != null && !view.getViewId().startsWith("/admin/")) {
            view.setTransient(true);
        }
    }
}
