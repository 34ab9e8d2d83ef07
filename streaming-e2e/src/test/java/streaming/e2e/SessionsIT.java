package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Where somebody is signed in, by what, and the end of each. */
@WholeProduct
class SessionsIT {

    private final Api api;

    SessionsIT(Platform platform) {
        this.api = new Api(platform.web());
    }

    @Test
    void endsASignInFromAnotherDevice(Cast cast) {
        var member = api.join("nina");
        var client = cast.chat(member.name()).as(member);
        client.sayAndAwait("before", "r1");
        var viewer = cast.viewer();
        viewer.signIn(member.name());

        viewer.open("/settings/sessions");
        assertThat(row(viewer, "Chrome on Linux").innerText()).containsIgnoringCase("this device");
        row(viewer, "A program").getByText("Sign out").click();
        viewer.awaitAddress("/settings/sessions?done=ended");

        assertThat(status(member)).isEqualTo(401);
        assertThat(client.sayAndAwait("after", "r2").getString("code")).isEqualTo("sign-in-required");
        assertThat(api.post("/api/tokens/refresh", Json.of("refreshToken", member.refreshToken()))
                        .status())
                .isEqualTo(401);
        assertThat(viewer.isSignedIn()).isTrue();
    }

    @Test
    void endsAllOthersAtOnce(Cast cast) {
        var member = api.join("otto");
        var here = cast.viewer();
        var there = cast.viewer();
        here.signIn(member.name());
        there.signIn(member.name());

        here.open("/settings/sessions");
        here.press("Sign out everywhere else");

        here.awaitAddress("/settings/sessions?done=others");
        assertThat(here.isSignedIn()).isTrue();
        assertThat(status(member)).isEqualTo(401);
        there.reload();
        assertThat(there.isSignedIn()).isFalse();
    }

    @Test
    void aPersonalTokenDoesWhatItMayAndNoMore(Cast cast) {
        var member = api.join("paula");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/sessions");

        viewer.press("Make a token");
        viewer.awaitText("Choose what the token may do.");
        viewer.fill("Name", "my bot");
        viewer.page().getByText("write in chats as you").click();
        viewer.page().getByText("see your account and channel").click();
        viewer.press("Make a token");

        var token = new Member(member.name(), "", viewer.valueOf("The new token"), "");
        assertThat(token.accessToken()).startsWith("stp_");
        cast.chat(member.name()).as(token).sayAndAwait("beep", "r1");
        assertThat(api.get("/api/channels/%s/key".formatted(member.name()), Api.as(token)))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(403))
                .satisfies(
                        answer -> assertThat(answer.json().getString("detail")).contains("key:read"));
        assertThat(api.get("/api/accounts/me", Api.as(token)).json())
                .containsKey("username")
                .doesNotContainKeys("email", "phone", "firstName", "lastName");
        assertThat(api.get("/api/accounts/me/sign-ins", Api.as(token)).status()).isEqualTo(403);
        assertThat(api.get("/settings", Api.as(token)).status()).isEqualTo(303);

        viewer.open("/settings/sessions");
        assertThat(viewer.page().content()).doesNotContain(token.accessToken());
        viewer.press("Revoke my bot");
        viewer.awaitAddress("/settings/sessions?done=ended");
        assertThat(api.get("/api/accounts/me", Api.as(token)).status()).isEqualTo(401);
    }

    @Test
    void aBanCountsFromTheSameSecondOn(Cast cast) {
        var member = api.join("quentin");
        assertThat(status(member)).isEqualTo(200);
        var admin = cast.admin(api);

        admin.ban(member.name());

        awaitEqual("status", ofSeconds(1), () -> status(member), 401);
    }

    private int status(Member member) {
        return api.get("/api/accounts/me", Api.as(member)).status();
    }

    private static Locator row(Viewer viewer, String text) {
        return viewer.page().locator(".rows > li").filter(new Locator.FilterOptions().setHasText(text));
    }
}
