package streaming.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** Chromium's virtual authenticator, in a viewer's browser: a device that keeps passkeys and knows its owner. */
final class PasskeyDevice {

    private final CDPSession session;
    private final String id;

    private PasskeyDevice(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    static PasskeyDevice of(Viewer viewer) {
        var session = viewer.page().context().newCDPSession(viewer.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        var added = session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new PasskeyDevice(session, added.get("authenticatorId").getAsString());
    }

    /** Whether somebody touches it when it asks. */
    void isTouched(boolean touched) {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
    }

    /** Whether whoever touches it is its owner. */
    void knowsItsUser(boolean knows) {
        set("WebAuthn.setUserVerified", "isUserVerified", knows);
    }

    private void set(String command, String what, boolean value) {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.addProperty(what, value);
        session.send(command, arguments);
    }
}
