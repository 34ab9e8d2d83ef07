package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which pages let whom in, and where they lead the others. */
@WholeProduct
class DoorsIT {

    private final Api api;

    DoorsIT(Platform platform) {
        this.api = new Api(platform.web());
    }

    @Test
    void leadsThroughTheSignInToWhereOneWantedToGo(Cast cast) {
        var member = api.join("wilma");
        var viewer = cast.viewer();

        viewer.open("/settings");
        assertThat(viewer.address()).startsWith("/login?next=");
        viewer.fill("Username or e-mail", member.email());
        viewer.fill("Password", member.password());
        viewer.press("Sign in");

        viewer.awaitAddress("/settings");
        assertThat(viewer.copyStreamKey()).isEqualTo(api.key(member));
    }

    @Test
    void keepsTheAdminPagesForAdmins(Cast cast) {
        var member = api.join("vicky");
        var viewer = cast.viewer();

        viewer.open("/admin/");
        assertThat(viewer.address()).startsWith("/login?next=");
        viewer.signIn(member.name());

        assertThat(viewer.open("/admin/")).isEqualTo(403);
        assertThat(viewer.open("/admin/channels")).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithASignUpAndKeepsTheRest(Cast cast) {
        var taken = api.join("ursula").name();
        var viewer = cast.viewer();
        viewer.open("/signup");
        viewer.fill("Username", taken);
        viewer.fill("E-mail", "somebody@example.org");
        viewer.fill("Password", "long enough");

        viewer.press("Create account");

        assertThat(viewer.address()).isEqualTo("/signup");
        assertThat(viewer.valueOf("E-mail")).isEqualTo("somebody@example.org");
        assertThat(viewer.valueOf("Password")).isEmpty();
        viewer.awaitText("taken");
    }

    @Test
    void signsOutForGood(Cast cast) {
        var viewer = cast.viewer();
        viewer.signIn(api.join("tina").name());
        assertThat(viewer.isSignedIn()).isTrue();

        viewer.signOut();

        assertThat(viewer.isSignedIn()).isFalse();
        viewer.open("/settings");
        assertThat(viewer.address()).startsWith("/login");
    }

    @Test
    void hasAPageForWhatIsNotThere(Cast cast) {
        assertThat(cast.viewer().open("/nobody_here")).isEqualTo(404);
        assertThat(cast.viewer().open("/no/such/page")).isEqualTo(404);
    }
}
