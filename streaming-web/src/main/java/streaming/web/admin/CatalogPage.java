package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import streaming.caller.Caller;
import streaming.catalog.CatalogEntry;
import streaming.catalog.Categories;
import streaming.catalog.Tags;
import streaming.shared.Problem;

/** What channels are filed under, and what admins make of it: the same page for categories and for tags. */
@Named
@RequestScoped
public class CatalogPage {

    private static final int MOST = 100;

    @Inject
    Categories categories;

    @Inject
    Tags tags;

    @Inject
    Caller caller;

    @Inject
    FacesContext faces;

    private List<CatalogEntry> entries;
    private String search = "";
    private String key = "";
    private String act = "";
    private String value = "";

    /** Read once a request; of tags, the commonest that match the search. */
    public List<CatalogEntry> getEntries() {
        if (entries == null) {
            entries = isTags() ? tags.search(caller.get(), search, MOST) : categories.all(caller.get());
        }
        return entries;
    }

    /** Whether the page is that of the tags. */
    public boolean isTags() {
        return faces.getViewRoot().getViewId().equals("/admin/tags.xhtml");
    }

    /** Does what the page's buttons ask. */
    public void apply() {
        try {
            if (isTags()) {
                changeTag();
            } else {
                changeCategory();
            }
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done(), null));
        } catch (Problem problem) {
            var why = problem.errors().isEmpty()
                    ? problem.getMessage()
                    : problem.errors().get(0).message();
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        }
        entries = null;
    }

    private void changeCategory() {
        var admin = caller.get();
        switch (act) {
            case "add" -> categories.add(admin, value);
            case "rename" -> categories.rename(admin, key, value);
            case "merge" -> categories.merge(admin, key, value);
            default -> categories.hide(admin, key, act.equals("hide"));
        }
    }

    private void changeTag() {
        var admin = caller.get();
        switch (act) {
            case "rename" -> tags.rename(admin, key, value);
            case "merge" -> tags.merge(admin, key, value);
            default -> tags.hide(admin, key, act.equals("hide"));
        }
    }

    private String done() {
        return switch (act) {
            case "add" -> value + " is there to choose now.";
            case "rename" -> key + " is called " + value + " now.";
            case "merge" -> key + " is " + value + " now, on every channel.";
            case "hide" -> key + " is shown nowhere now.";
            default -> key + " is shown again.";
        };
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
        entries = null;
    }

    /** What to change: a category's slug, a tag's name. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    /** {@code add, rename, merge, hide} or {@code show}. */
    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    /** The other name, or what to merge into. */
    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
