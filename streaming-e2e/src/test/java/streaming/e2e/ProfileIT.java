package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Somebody signs up, tells about themselves, takes their data along and goes. */
@WholeProduct
class ProfileIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Platform platform;
    private final Api api;

    ProfileIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void saysWhichRuleAWeakPasswordBreaks(Cast cast) {
        var viewer = cast.viewer();
        viewer.open("/signup");
        viewer.fill("Username", Api.newName("weak"));
        viewer.fill("E-mail", "weak@example.org");
        viewer.fill("Password", "1234567890");

        viewer.press("Create account");

        viewer.awaitText("Use more than digits.");
        viewer.awaitText("one of the commonest");
        assertThat(viewer.address()).isEqualTo("/signup");
    }

    @Test
    void signsUpWithAPicture(Cast cast) throws IOException {
        var name = Api.newName("face");
        var viewer = cast.viewer();
        viewer.open("/signup");
        viewer.fill("Username", name);
        viewer.fill("E-mail", Member.emailOf(name));
        viewer.fill("Password", Member.PASSWORD);
        viewer.touch("Tell more about you");
        viewer.fill("First name", "Zoë");
        viewer.upload("Picture", "holiday.txt", Pictures.png(800, 600)); // its name means nothing
        viewer.press("Create account");
        viewer.awaitAddress("/settings");

        viewer.open("/settings/profile");

        assertThat(viewer.valueOf("First name")).isEqualTo("Zoë");
        assertThat(viewer.image("Your picture")).matches("/images/[0-9a-f]{32}\\.jpg");
    }

    @Test
    void letsNobodyInWithoutTheCaptchaWhereThereIsOne(Cast cast) {
        var name = Api.newName("human");
        var viewer = cast.viewer();
        platform.with("streaming.signup.captcha", "true", () -> {
            var robot = Json.of("username", name, "email", Member.emailOf(name), "password", Member.PASSWORD);
            assertThat(api.post("/api/accounts", robot).wrongFields()).containsExactly("captcha");

            viewer.open("/signup");
            viewer.fill("Username", name);
            viewer.fill("E-mail", Member.emailOf(name));
            viewer.fill("Password", Member.PASSWORD);
            viewer.press("Create account");
            viewer.awaitText("Solve the captcha");

            viewer.fill("Password", Member.PASSWORD);
            viewer.touch("I'm not a robot");
            viewer.awaitText("Verified");
            viewer.press("Create account");
            viewer.awaitAddress("/settings");
        });
    }

    @Test
    void saysThatSignUpIsClosed(Cast cast) {
        var name = Api.newName("late");
        var viewer = cast.viewer();
        platform.with("streaming.signup.open", "false", () -> {
            viewer.open("/signup");
            viewer.awaitText("Sign-up is closed");

            var answer = api.post(
                    "/api/accounts",
                    Json.of("username", name, "email", Member.emailOf(name), "password", Member.PASSWORD));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().getString("type")).isEqualTo("/problems/sign-up-closed");
        });
    }

    @Test
    void tellsAboutThemselves(Cast cast) throws IOException {
        var member = api.join("patti");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/profile");
        assertThat(viewer.image("Your picture")).isEqualTo("/images/picture/%s.svg".formatted(member.name()));

        viewer.fill("First name", "Patti");
        viewer.fill("Phone", "12");
        viewer.press("Save");
        viewer.awaitText("There is no such telephone number");
        assertThat(viewer.valueOf("First name")).isEqualTo("Patti");
        viewer.fill("Phone", "+49 30 901820");
        viewer.press("Save");
        viewer.awaitText("Saved.");
        viewer.upload("Cover", "cover.png", Pictures.png(1200, 400));
        viewer.press("Save cover");
        viewer.awaitText("Your image is new.");

        var me = api.get("/api/accounts/me", Api.as(member)).json();
        assertThat(me.getString("phone")).isEqualTo("+4930901820");
        assertThat(me.getString("cover")).isEqualTo(viewer.image("Your cover"));
    }

    @Test
    void refusesAnImageThatIsNone(Cast cast) {
        var member = api.join("text");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/profile");

        viewer.upload("Picture", "me.jpg", "no image".getBytes(StandardCharsets.UTF_8));
        viewer.press("Save picture");

        viewer.awaitText("Send a JPEG, PNG, GIF or WebP image.");
    }

    @Test
    void takesTheirDataAlong(Cast cast) throws IOException {
        var member = api.join("zip");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/data");

        var files = unzip(viewer.download("Download your data"));

        assertThat(files.get("account.json")).contains(member.email());
        assertThat(files.get("channel.json")).contains(member.name());
        assertThat(files.get("sign-ins.json")).contains("SITE", "API");
    }

    @Test
    void goesForGood(Cast cast) {
        var host = api.join("host");
        var member = api.join("gone");
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        cast.chat(host.name()).as(member).sayAndAwait("I was here", "1"); // stays: the room is open, and remembers
        cast.encoder(api.key(member));
        awaitEqual(member.name() + " is live", SOON, () -> api.isLive(member.name()), true);

        viewer.open("/settings/data");
        viewer.fill("Your username, to confirm", member.name());
        viewer.fill("Password", "not the password");
        viewer.press("Delete my account");
        viewer.awaitText("This is not your password.");
        viewer.fill("Password", member.password());
        viewer.press("Delete my account");
        viewer.awaitAddress("/goodbye");

        assertThat(viewer.isSignedIn()).isFalse();
        assertThat(api.chat(host.name())).containsExactly("deleted: I was here");
        cast.chat(host.name()).await("chat", line -> line.getString("from").equals("deleted"));
        assertThat(viewer.open("/" + member.name())).isEqualTo(404);
        assertThat(api.live()).doesNotContain(member.name());
        awaitEqual(
                "the token is dead",
                SOON,
                () -> api.get("/api/accounts/me", Api.as(member)).status(),
                401);
        var again = Json.of("username", member.name(), "email", member.email(), "password", Member.PASSWORD);
        assertThat(api.post("/api/accounts", again).status()).isEqualTo(409);
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
