package streaming.e2e;

import com.microsoft.playwright.Locator;

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

    private void pressIn(String channel, String button) {
        channelRow(channel)
                .locator("button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .click();
    }

    // The header names the columns, it is no channel.
    private Locator channelRow(String channel) {
        var name = admin.page().locator("a[href='/" + channel + "']");
        return admin.page().locator("tbody tr").filter(new Locator.FilterOptions().setHas(name));
    }
}
