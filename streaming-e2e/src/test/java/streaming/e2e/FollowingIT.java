package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody follows and rates a channel, is told when it is live, and counts as a view. */
@WholeProduct
class FollowingIT {

    private static final Duration SOON = ofSeconds(5);
    private static final String PUSH = "{\"channel\":\"%s\",\"title\":\"\"}";

    private final Platform platform;
    private final Api api;

    FollowingIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void aFollowerIsToldOnceThatAChannelIsLive(Cast cast) {
        var star = api.join("star");
        var fan = api.join("follower");
        var viewer = cast.viewer();
        var phone = cast.pushDevice(viewer);
        viewer.open("/" + star.name());
        viewer.follow("Follow");
        viewer.fill("Username or e-mail", fan.name());
        viewer.fill("Password", Member.PASSWORD);
        viewer.press("Sign in");
        viewer.awaitAddress("/" + star.name());

        viewer.strike("Follow", "Enter");
        viewer.awaitText("1 follower");
        viewer.strike("4 of 5 stars", " ");
        viewer.awaitText("4.0 of 5 stars by 1");
        viewer.open("/settings/notifications");
        awaitEqual("the bell", SOON, viewer::bell, "Notifications");
        viewer.press("Turn on here");
        viewer.awaitAddress("/settings/notifications?done=device");
        viewer.awaitText("This device");
        var viewers = "/api/channels/%s/viewers".formatted(star.name());
        awaitEqual("viewers", SOON, () -> api.get(viewers).json().getInt("viewers"), 0);

        var callbacks = Callbacks.throughIngest(platform);
        api.ruleIngest(star, 60, false);
        callbacks.publish(api.key(star), 4711);
        awaitEqual("the bell", SOON, viewer::bell, "Notifications, 1 unread");
        awaitEqual("pushes", SOON, phone::received, List.of(PUSH.formatted(star.name())));
        assertThat(phone.show(phone.received().get(0))).containsExactly(star.name() + " is live");
        callbacks.done(api.key(star), 4711);
        callbacks.publish(api.key(star), 4712);
        viewer.open("/" + star.name());
        awaitEqual("views", SOON, () -> api.channel(star.name()).getInt("views"), 1);
        viewer.open("/following");
        assertThat(viewer.text()).contains(star.name(), "LIVE");
        viewer.open("/notifications");
        viewer.awaitText("Mark all as read");
        assertThat(viewer.text().split(star.name() + " ", -1)).as("told once").hasSize(2);
        awaitEqual("the bell", SOON, viewer::bell, "Notifications, 1 unread");

        viewer.press("Mark all as read");
        awaitEqual("the bell", SOON, viewer::bell, "Notifications");
        assertThat(phone.received()).as("pushed once").hasSize(1);
        viewer.open("/settings/notifications");
        viewer.press("Remove Chrome on Linux");
        viewer.awaitAddress("/settings/notifications?done=device-removed");
        viewer.awaitText("Turn on here");
        viewer.open("/" + star.name());
        viewer.press("Unfollow");
        viewer.awaitText("0 followers");
        callbacks.done(api.key(star), 4712);
        assertThat(api.channel(star.name()).getInt("views")).isEqualTo(1);
    }

    @Test
    void tellsAProgramThatSignsInByItsFirstMessage(Cast cast) {
        var star = api.join("star");
        var fan = api.join("program");
        api.send("PUT", "/api/channels/%s/followers/me".formatted(star.name()), null, Api.as(fan));
        var bell = cast.bell();
        bell.send(Json.of("type", "auth", "token", fan.accessToken()));
        bell.await("unread", event -> event.getInt("count") == 0);

        var callbacks = Callbacks.throughIngest(platform);
        callbacks.publish(api.key(star), 4713);

        bell.await("unread", event -> event.getInt("count") == 1);
        callbacks.done(api.key(star), 4713);
        bell.send(Json.of("type", "auth", "token", "nobody's"));
        bell.await("error", event -> event.getString("code").equals("sign-in-required"));
        var told = api.get("/api/accounts/me/notifications", Api.as(fan)).json();
        assertThat(told.getJsonArray("items")).hasSize(1);
        assertThat(told.getJsonArray("items").getJsonObject(0).getString("channel"))
                .isEqualTo(star.name());
    }

    @Test
    void aMailProgramEndsTheDailyMailsByItsLink(Cast cast) {
        var viewer = cast.viewer();
        var fan = api.join("reader");
        viewer.signIn(fan.name());
        viewer.open("/settings/notifications");
        viewer.tick("Mail me once a day what I have not read");
        viewer.press("Save");
        var id = api.get("/api/accounts/me", Api.as(fan)).json().getInt("id");
        var page = "/unsubscribe?token=%d-%s".formatted(id, platform.signature("unsubscribe", String.valueOf(id)));

        assertThat(viewer.open(page)).isEqualTo(200);
        viewer.open("/settings/notifications");
        assertThat(viewer.isTicked("Mail me once a day what I have not read")).isTrue();
        assertThat(api.postForm(page, "List-Unsubscribe=One-Click").status()).isEqualTo(200);
        viewer.reload();
        assertThat(viewer.isTicked("Mail me once a day what I have not read")).isFalse();
        viewer.open(page);
        viewer.press("End the mails");
        viewer.awaitText("No more daily mails");
        assertThat(api.postForm(page + "x", "List-Unsubscribe=One-Click").status())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsWrong() {
        var star = api.join("star");
        var fan = api.join("critic");
        var rating = "/api/channels/%s/ratings/me".formatted(star.name());
        var followers = "/api/channels/%s/followers/me".formatted(star.name());

        for (var stars : List.of("0", "6", "4.5", "null")) {
            var answer = put(rating, "{\"stars\":" + stars + "}", fan);
            assertThat(answer.status()).as(stars).isEqualTo(400);
            assertThat(answer.wrongFields()).as(stars).containsExactly("stars");
        }
        assertThat(put(rating, "{\"stars\":5}", star).json().getString("type"))
                .isEqualTo("/problems/cannot-rate-yourself");
        assertThat(put(followers, null, star).json().getString("type")).isEqualTo("/problems/cannot-follow-yourself");
        assertThat(put("/api/channels/nobody_here/followers/me", null, fan).status())
                .isEqualTo(404);
        assertThat(api.send("PUT", followers, null).status()).isEqualTo(401);
        assertThat(api.get("/api/accounts/me/follows").status()).isEqualTo(401);
        assertThat(api.get("/api/accounts/me/notifications").status()).isEqualTo(401);
        var beyond = api.get("/api/accounts/me/follows?page=7", Api.as(fan)).json();
        assertThat(beyond.getJsonArray("items")).isEmpty();
        assertThat(beyond.getInt("total")).isZero();

        var pushes = "/api/accounts/me/push-subscriptions";
        assertThat(api.get(pushes).status()).isEqualTo(401);
        assertThat(api.get(pushes + "/key").status()).isEqualTo(401);
        var noKeys = "{\"endpoint\":\"file:///etc\",\"keys\":{\"p256dh\":\"BA\",\"auth\":\"\"}}";
        assertThat(api.post(pushes, noKeys, Api.as(fan)).wrongFields()).containsExactly("auth");
        assertThat(api.post(pushes, noKeys.replace("\"\"", "\"AA\""), Api.as(fan))
                        .wrongFields())
                .containsExactly("endpoint");
    }

    private Answer put(String path, String json, Member who) {
        return json == null
                ? api.send("PUT", path, null, Api.as(who))
                : api.send(
                        "PUT",
                        path,
                        json,
                        "Authorization",
                        "Bearer " + who.accessToken(),
                        "Content-Type",
                        "application/json");
    }
}
