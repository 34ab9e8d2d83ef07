package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Caller;
import streaming.moderation.AccountChange;
import streaming.moderation.AdminAccounts;
import streaming.shared.Problem;

/** All accounts: what each is and may do, and what an admin makes of it. */
@Named
@RequestScoped
public class AccountsPage {

    private static final List<String> ROLES = List.of("moderator", "staff", "admin");

    @Inject
    AdminAccounts accounts;

    @Inject
    Caller caller;

    @Inject
    FacesContext faces;

    private AccountTable table;
    private String search = "";
    private String username = "";
    private String change = "";

    /** Read once a request, and only if the table is drawn. */
    public AccountTable getTable() {
        if (table == null) {
            table = new AccountTable(accounts, caller.get(), search);
        }
        return table;
    }

    /** Does what the page's buttons ask: {@code activate}, {@code deactivate}, or the roles that the account has then. */
    public void apply() {
        switch (change) {
            case "activate" -> act(new AccountChange(true, null), username + " is active again.");
            case "deactivate" ->
                act(new AccountChange(false, null), username + " is deactivated, and signed out everywhere.");
            default -> {
                var roles = Stream.of(change.split(" ")).filter(ROLES::contains).collect(Collectors.toSet());
                act(new AccountChange(null, roles), username + " is now " + named(roles) + ".");
            }
        }
    }

    private static String named(Set<String> roles) {
        return roles.isEmpty()
                ? "a viewer and no more"
                : ROLES.stream().filter(roles::contains).collect(Collectors.joining(", "));
    }

    private void act(AccountChange wanted, String done) {
        try {
            accounts.change(caller.get(), username, wanted);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, null));
        } catch (Problem problem) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, problem.getMessage(), null));
        }
        table = null;
    }

    public List<String> getRoles() {
        return ROLES;
    }

    /** A role as a word of the page. */
    public String title(String role) {
        return role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
        table = null;
    }

    /** The account to change, by name: the rows move while an admin reads them. */
    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }
}
