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
        viewer.open("/settings");
        awaitEqual("the bell", SOON, viewer::bell, "Notifications");

        var callbacks = Callbacks.throughIngest(platform);
        callbacks.publish(api.key(star), 4711);
        awaitEqual("the bell", SOON, viewer::bell, "Notifications, 1 unread");
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
