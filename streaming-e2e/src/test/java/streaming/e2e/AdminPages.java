package streaming.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** The pages for operators, in the browser of one. */
final class AdminPages {

    private final Viewer admin;

    AdminPages(Viewer admin) {
        this.admin = admin;
    }

    /** Opens the table of channels. */
    void open() {
        admin.open("/admin/");
    }

    void reload() {
        admin.reload();
    }

    boolean isSignedIn() {
        return admin.isSignedIn();
    }

    /** What the table says in a channel's row. */
    String row(String channel) {
        return channelRow(channel).textContent().strip().replaceAll("\\s+", " ");
    }

    void ban(String owner) {
        pressIn(owner, "Ban");
        admin.press("Ban owner");
    }

    void liftBan(String owner) {
        pressIn(owner, "Lift ban");
    }

    /** Opens the table of accounts. */
    void openAccounts() {
        admin.open("/admin/accounts");
    }

    /** Waits until the table has nothing but what was searched for. */
    void search(String name) {
        admin.page().locator("#search").pressSequentially(name);
        admin.page()
                .locator("#accounts tbody tr")
                .filter(new Locator.FilterOptions().setHasNotText(name))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void deactivate(String name) {
        admin.page().locator("#deactivate-" + name).click();
        admin.page().locator("#confirm-yes").click();
        admin.page().locator("#activate-" + name).waitFor();
    }

    void activate(String name) {
        admin.page().locator("#activate-" + name).click();
        admin.page().locator("#deactivate-" + name).waitFor();
    }

    /** Gives the role, or takes it. */
    void toggle(String name, String role) {
        var button = admin.page().locator("[data-roles-of='" + name + "']").getByText(role);
        var pressed = button.getAttribute("aria-pressed");
        button.click();
        admin.page()
                .locator("[data-roles-of='" + name + "'] button:not([aria-pressed='" + pressed + "'])")
                .getByText(role)
                .waitFor();
    }

    /** Opens the audit log of an event and an account, by its form. */
    void openAudit(String event, String account) {
        admin.open("/admin/audit");
        admin.page().locator("#event").selectOption(event);
        admin.fill("Account", account);
        admin.press("Show");
        admin.page().waitForURL("**/admin/audit?event=" + event + "**");
    }

    /** The lines of the audit log. */
    List<String> log() {
        return admin.page().locator("table.audit tbody tr").allInnerTexts();
    }

    private void pressIn(String channel, String button) {
        channelRow(channel)
                .locator("button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .click();
    }

    // Searched for, since the table has pages. The header names the columns, it is no channel.
    private Locator channelRow(String channel) {
        var search = admin.page().locator("#search");
        if (!search.inputValue().equals(channel)) {
            search.clear();
            search.pressSequentially(channel);
        }
        var name = admin.page().locator("a[href='/" + channel + "']");
        return admin.page().locator("tbody tr").filter(new Locator.FilterOptions().setHas(name));
    }
}
