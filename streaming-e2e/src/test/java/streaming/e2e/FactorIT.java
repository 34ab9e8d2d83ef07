package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in with more than a password: codes of an app, recovery codes, passkeys. */
@WholeProduct
class FactorIT {

    private static final String SECURITY = "/settings/security";

    private final Platform platform;
    private final Api api;

    FactorIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void asksForACodeOfTheApp(Cast cast) {
        var member = api.join("fiona");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open(SECURITY);
        viewer.press("Set up an app");
        var app = new AuthenticatorApp(viewer.valueOf("Key"));

        viewer.fill("Code from the app", "12 34");
        viewer.press("Turn it on");
        viewer.awaitText("This code is wrong");
        assertThat(viewer.valueOf("Key")).isEqualTo(app.key());
        viewer.fill("Code from the app", app.code());
        viewer.press("Turn it on");
        assertThat(recoveryCodes(viewer)).hasSize(10);
        viewer.signOut();

        givePassword(viewer, member);
        viewer.fill("Code", "000000");
        viewer.press("Go on");
        viewer.awaitText("This code is wrong");
        assertThat(viewer.isSignedIn()).isFalse();
        viewer.fill("Code", app.nextCode());
        viewer.press("Go on");

        viewer.awaitAddress("/settings");
        assertThat(viewer.isSignedIn()).isTrue();
    }

    @Test
    void takesARecoveryCodeOnceOnPagesAndOverTheApi(Cast cast) {
        var member = api.join("greta");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        var codes = setUpApp(viewer);
        viewer.signOut();

        givePassword(viewer, member);
        viewer.fill("Code", codes.get(0));
        viewer.press("Go on");
        viewer.awaitAddress("/settings");

        assertThat(signIn(member, codes.get(0)).json().getString("type")).isEqualTo("/problems/wrong-code");
        assertThat(signIn(member, "").json().getString("type")).isEqualTo("/problems/second-factor-required");
        assertThat(signIn(member, codes.get(1)).status()).isEqualTo(200);
        viewer.open(SECURITY);
        viewer.awaitText("8 of 10 left");
    }

    @Test
    void takesTheAppAwayForThePasswordAlone(Cast cast) {
        var member = api.join("hilda");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        setUpApp(viewer);
        viewer.open(SECURITY);

        removeApp(viewer, "not the password");
        viewer.awaitText("This is not your password");
        removeApp(viewer, member.password());

        viewer.awaitAddress(SECURITY + "?done=app-removed");
        viewer.signOut();
        viewer.signIn(member.name());
        assertThat(viewer.isSignedIn()).isTrue();
    }

    @Test
    void endsASecondStepAfterFiveWrongCodes(Cast cast) {
        var member = api.join("ingrid");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        var codes = setUpApp(viewer);
        viewer.signOut();
        givePassword(viewer, member);

        for (int i = 0; i < 5; i++) {
            viewer.fill("Code", "00000" + i);
            viewer.press("Go on");
        }

        viewer.awaitText("too many codes were wrong");
        viewer.open("/login/second");
        assertThat(viewer.address()).startsWith("/login?next=");
        givePassword(viewer, member);
        viewer.fill("Code", codes.get(0));
        viewer.press("Go on");
        viewer.awaitAddress("/settings");
    }

    @Test
    void signsInWithAPasskeyInsteadOfNameAndPassword(Cast cast) {
        var member = api.join("jutta");
        var viewer = cast.viewerOnLocalhost();
        PasskeyDevice.of(viewer);
        // else the device takes the offer beside the name before the button is pressed
        viewer.page().addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        viewer.signIn(member.name());

        assertThat(addPasskey(viewer, "My phone")).hasSize(10);
        viewer.signOut();
        viewer.open("/login");
        viewer.press("Sign in with a passkey");
        viewer.awaitAddress("/");

        assertThat(viewer.isSignedIn()).isTrue();
        viewer.open(SECURITY);
        viewer.awaitText("Last used");
    }

    @Test
    void takesAPasskeyAsTheSecondStep(Cast cast) {
        var member = api.join("klara");
        var viewer = cast.viewerOnLocalhost();
        var device = PasskeyDevice.of(viewer);
        viewer.signIn(member.name());
        addPasskey(viewer, "My key");
        viewer.signOut();
        device.isTouched(false);
        givePassword(viewer, member);
        device.isTouched(true);

        device.knowsItsUser(false);
        viewer.press("Use a passkey");
        viewer.awaitText("No passkey came of it");
        assertThat(viewer.isSignedIn()).isFalse();
        device.knowsItsUser(true);
        viewer.press("Use a passkey");

        viewer.awaitAddress("/settings");
        assertThat(viewer.isSignedIn()).isTrue();
    }

    @Test
    void offersPasskeysWhereTheNameIsTyped(Cast cast) {
        var member = api.join("lotte");
        var viewer = cast.viewerOnLocalhost();
        PasskeyDevice.of(viewer);
        viewer.signIn(member.name());
        addPasskey(viewer, "My phone");
        viewer.signOut();

        viewer.open("/login"); // the device answers for the person who takes the offer

        viewer.awaitAddress("/");
        assertThat(viewer.isSignedIn()).isTrue();
    }

    @Test
    void leadsAnAdminToASecondFactorWhereOneIsRequired(Cast cast) {
        var admin = api.join("martha");
        platform.admin(admin.name());
        platform.with("streaming.factor.required-for-admins", "true", () -> {
            var viewer = cast.viewer();
            viewer.signIn(admin.name());

            viewer.open("/admin/channels");
            assertThat(viewer.address()).isEqualTo(SECURITY + "?done=required");
            setUpApp(viewer);

            assertThat(viewer.open("/admin/channels")).isEqualTo(200);
            assertThat(viewer.address()).isEqualTo("/admin/channels");
        });
    }

    private static void givePassword(Viewer viewer, Member member) {
        viewer.open("/login?next=/settings");
        viewer.fill("Username or e-mail", member.name());
        viewer.fill("Password", member.password());
        viewer.press("Sign in");
        viewer.awaitAddress("/login/second?next=/settings");
        assertThat(viewer.isSignedIn()).isFalse();
    }

    /** Gives the recovery codes. */
    private static List<String> setUpApp(Viewer viewer) {
        viewer.open(SECURITY);
        viewer.press("Set up an app");
        viewer.fill("Code from the app", new AuthenticatorApp(viewer.valueOf("Key")).code());
        viewer.press("Turn it on");
        return recoveryCodes(viewer);
    }

    private static void removeApp(Viewer viewer, String password) {
        var app = viewer.page().locator("#app");
        if (app.locator("summary").isVisible()) {
            app.locator("summary").click();
        }
        app.getByLabel("Your password").fill(password);
        viewer.press("Remove the authenticator app");
    }

    /** Gives the recovery codes. */
    private static List<String> addPasskey(Viewer viewer, String name) {
        viewer.open(SECURITY);
        viewer.fill("Name of a new passkey", name);
        viewer.press("Add a passkey");
        var codes = recoveryCodes(viewer);
        viewer.awaitText(name);
        return codes;
    }

    private static List<String> recoveryCodes(Viewer viewer) {
        var codes = viewer.page().locator(".codes code");
        codes.first().waitFor();
        return codes.allInnerTexts();
    }

    private Answer signIn(Member member, String code) {
        return api.post("/api/tokens", Json.of("login", member.name(), "password", member.password(), "code", code));
    }
}
