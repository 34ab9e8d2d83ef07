package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People sign in with what they have at a company's Keycloak. */
@WholeProduct
class SsoIT {

    private static final String WITH_COMPANY = "Continue with " + Keycloak.COMPANY;

    private final Api api;
    private final Keycloak keycloak;

    SsoIT(Platform platform) {
        this.api = new Api(platform.web());
        this.keycloak = platform.keycloak();
    }

    @Test
    void makesAnAccountOnceAndDecidesByTheGroupsWhoIsAdmin(Cast cast) {
        var viewer = cast.viewer();
        viewer.open("/signup");
        viewer.follow(WITH_COMPANY);
        Keycloak.signIn(viewer, "ada.lovelace");
        viewer.awaitAddress("/signup/with");
        assertThat(viewer.valueOf("Username")).isEqualTo("ada_lovelace");
        viewer.press("Create account");
        viewer.awaitAddress("/settings");
        assertThat(viewer.open("/admin/channels")).isEqualTo(200);

        viewer.signOut();
        keycloak.leaveGroups("ada.lovelace");
        viewer.open("/login?next=/settings/connections");
        viewer.follow(WITH_COMPANY);

        viewer.awaitAddress("/settings/connections"); // the company knows her still, and asks nothing
        viewer.awaitText("ada.lovelace@company.example");
        assertThat(viewer.open("/admin/channels")).isEqualTo(403);

        viewer.open("/settings/connections");
        viewer.press("Disconnect " + Keycloak.COMPANY);
        viewer.awaitText("only way into your account");
    }

    @Test
    void connectsAnAccountAndDisconnectsIt(Cast cast) {
        var member = api.join("ben");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/connections");

        viewer.press("Connect " + Keycloak.COMPANY);
        Keycloak.signIn(viewer, "ben.bitdiddle");
        viewer.awaitAddress("/settings/connections?done=linked");
        viewer.signOut();
        viewer.open("/login");
        viewer.follow(WITH_COMPANY);

        viewer.awaitAddress("/");
        assertThat(viewer.isSignedIn()).isTrue();
        viewer.open("/settings/connections");
        viewer.awaitText("ben.bitdiddle@company.example");
        viewer.press("Disconnect " + Keycloak.COMPANY);
        viewer.awaitAddress("/settings/connections?done=unlinked");
        assertThat(viewer.sees("ben.bitdiddle@company.example")).isFalse();
    }

    @Test
    void givesNobodyAnAccountForTheSameAddressBeforeTheySignedInToIt(Cast cast) {
        var name = Api.newName("cyd");
        var account = Json.of("username", name, "email", "Cyd.Charisse@company.example", "password", Member.PASSWORD);
        assertThat(api.post("/api/accounts", account).status()).isEqualTo(201);
        var viewer = cast.viewer();
        viewer.open("/login");
        viewer.follow(WITH_COMPANY);
        Keycloak.signIn(viewer, "cyd.charisse");

        viewer.awaitAddress("/signup/with");
        viewer.awaitText("You have an account");
        assertThat(viewer.isSignedIn()).isFalse();
        viewer.follow("Sign in and connect");
        viewer.fill("Username or e-mail", name);
        viewer.fill("Password", Member.PASSWORD);
        viewer.press("Sign in");
        viewer.awaitAddress("/settings/connections");
        viewer.press("Connect");

        viewer.awaitAddress("/settings/connections?done=linked");
        viewer.awaitText("cyd.charisse@company.example");
    }

    @Test
    void saysWhatToDoWhenSomebodyCancels(Cast cast) {
        var viewer = cast.viewer();
        viewer.open("/login");
        viewer.follow("Continue with " + Keycloak.ASKING);
        Keycloak.signIn(viewer, "dan.ingalls");

        Keycloak.deny(viewer);

        viewer.page().waitForURL("**/login/with/asking/callback?**");
        viewer.awaitText("Sign-in cancelled");
        viewer.follow("Sign in another way");
        viewer.awaitAddress("/login");
    }

    @Test
    void saysWhatToDoWhenAProviderFails(Cast cast) {
        var viewer = cast.viewer();
        viewer.open("/login");
        viewer.follow("Continue with " + Keycloak.MISTAKEN);
        Keycloak.signIn(viewer, "dan.ingalls");

        viewer.page().waitForURL("**/login/with/mistaken/callback?**");
        viewer.awaitText("Sign-in failed");
        assertThat(viewer.isSignedIn()).isFalse();
    }

    @Test
    void finishesNoSignInThatBeganElsewhere(Cast cast) {
        var viewer = cast.viewer();

        assertThat(viewer.open("/login/with/company/callback?code=stolen&state=stolen"))
                .isEqualTo(409);
        viewer.awaitText("Begin it again");
        assertThat(viewer.isSignedIn()).isFalse();
    }
}
