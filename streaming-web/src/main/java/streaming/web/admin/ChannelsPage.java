package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import streaming.caller.Caller;
import streaming.moderation.Bans;
import streaming.shared.Problem;

/** All channels, and the bans of their owners. */
@Named
@RequestScoped
public class ChannelsPage {

    @Inject
    Bans bans;

    @Inject
    Caller caller;

    @Inject
    FacesContext faces;

    private ChannelTable table;
    private String search = "";
    private String owner = "";

    /** Read once a request, and only if the table is drawn. */
    public ChannelTable getTable() {
        if (table == null) {
            table = new ChannelTable(bans.channels(), search);
        }
        return table;
    }

    public void ban() {
        act(() -> bans.ban(caller.get(), owner), owner + " is banned. A live stream of theirs is being cut.");
    }

    public void lift() {
        act(() -> bans.lift(caller.get(), owner), "The ban of " + owner + " is lifted.");
    }

    private void act(Runnable action, String done) {
        try {
            action.run();
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, null));
        } catch (Problem problem) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, problem.getMessage(), null));
        }
        table = null;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
        table = null;
    }

    /**
     * The account to ban, or whose ban to lift. It comes by name and not by row: the rows move while an admin reads
     * them.
     */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }
}
