package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The REST contract where it says yes; what it refuses is in {@link ApiRefusalIT}. */
@WholeProduct
class ApiIT {

    private final Platform platform;
    private final Api api;

    ApiIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void makesAnAccountWithItsChannelAndKey() {
        var name = Api.newName("Abby");
        var address = Member.emailOf(name);

        var answer =
                api.post("/api/accounts", Json.of("username", name, "email", address, "password", Member.PASSWORD));

        var account = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(account.getString("email")).isEqualTo(address);
        assertThat(account.containsKey("password")).isFalse();
        assertThat(account.getBoolean("admin")).isFalse();
        assertThat(Instant.parse(account.getString("joinedAt"))).isBeforeOrEqualTo(Instant.now());
        var member = api.signIn(address);
        var channel = account.getString("username");
        assertThat(api.channel(channel).getBoolean("live")).isFalse();
        assertThat(api.get("/api/channels/%s/key".formatted(channel), Api.as(member))
                        .json()
                        .getString("key"))
                .hasSizeGreaterThan(20);
    }

    /** As the JDK's own client does by itself; the server must neither take it up nor wait for more. */
    @Test
    void answersAClientThatOffersHttp2() throws Exception {
        var channels = HttpRequest.newBuilder(platform.web().resolve("/api/channels"))
                .timeout(Duration.ofSeconds(5))
                .build();

        var answer = HttpClient.newHttpClient().send(channels, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void signsInWithTokensThatSayWhoOneIs() {
        var member = api.join("bess");

        var tokens = api.post("/api/tokens", Json.of("login", member.email(), "password", member.password()))
                .json();

        assertThat(tokens.getString("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.getInt("expiresIn")).isPositive();
        assertThat(tokens.getJsonObject("account"))
                .containsKeys("id", "username", "name", "email", "staff", "admin", "lastLogin", "joinedAt");
        assertThat(api.get("/api/accounts/me", Api.as(member)).json().getString("username"))
                .isEqualTo(member.name());
    }

    @Test
    void tradesARefreshTokenOnceAndItsSecondUseKillsTheFamily() {
        var member = api.join("cora");

        var second = refresh(member.refreshToken()).json();
        var signedIn = bearer(second.getString("accessToken"));
        assertThat(signedIn.status()).isEqualTo(200);

        assertThat(refresh(member.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(second.getString("refreshToken")).status()).isEqualTo(401);
        assertThat(bearer(second.getString("accessToken")).status()).isEqualTo(401);
    }

    @Test
    void anAccessTokenIsNoRefreshToken() {
        var member = api.join("dana");

        assertThat(refresh(member.accessToken()).status()).isEqualTo(401);
        assertThat(bearer(member.refreshToken()).status()).isEqualTo(401);

        assertThat(bearer(member.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void signsOutWithAllTokensOfTheSignIn() {
        var member = api.join("edna");
        var elsewhere = api.signIn(member.name());

        var answer = api.send("DELETE", "/api/tokens", null, Api.as(member));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(bearer(member.accessToken()).status()).isEqualTo(401);
        assertThat(refresh(member.refreshToken()).status()).isEqualTo(401);
        assertThat(bearer(elsewhere.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void takesTheCookieForReadingAndForWritingOnlyFromOurOwnPages() {
        var member = api.join("fran");
        var form = "login=%s&password=%s"
                .formatted(member.name(), member.password().replace(' ', '+'));
        var setCookie = api.postForm("/login", form, "Origin", platform.web().toString())
                .header("Set-Cookie");
        var cookie = setCookie.replaceFirst(";.*", "");
        assertThat(setCookie)
                .startsWith("streaming_session=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");

        assertThat(api.get("/api/accounts/me", "Cookie", cookie).status()).isEqualTo(200);
        assertThat(edit(member, "Cookie", cookie).status()).isEqualTo(401);
        assertThat(edit(member, "Cookie", cookie, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(401);
        assertThat(edit(member, "Cookie", cookie, "Origin", "null").status()).isEqualTo(401);
        assertThat(edit(member, "Cookie", cookie, "Origin", platform.web().toString())
                        .status())
                .isEqualTo(200);
        assertThat(edit(member, Api.as(member)).status())
                .as("a bearer needs no origin")
                .isEqualTo(200);
    }

    @Test
    void changesOfAChannelWhatItsOwnerNames() {
        var owner = api.join("gwen");

        api.patch(
                "/api/channels/" + owner.name(), Json.of("title", "Knots & ropes", "language", "pt-BR"), Api.as(owner));

        var channel = api.channel(owner.name());
        assertThat(channel.getString("title")).isEqualTo("Knots & ropes");
        assertThat(channel.getString("language")).isEqualTo("pt-BR");
        assertThat(channel.getString("hlsUrl")).isEqualTo("/live/%s/index.m3u8".formatted(owner.name()));
        assertThat(channel.getInt("viewers")).isZero();
    }

    @Test
    void replacesAKeyAndTheOldOneGoesLiveNoMore() {
        var owner = api.join("hope");
        var old = api.key(owner);
        var ingest = Callbacks.throughIngest(platform);

        var replaced = api.send("POST", "/api/channels/%s/key".formatted(owner.name()), null, Api.as(owner));

        var key = replaced.json().getString("key");
        assertThat(key).isNotEqualTo(old).isEqualTo(api.key(owner));
        assertThat(ingest.publish(old, 3_000_000_001L).status()).isEqualTo(404);
        assertThat(ingest.publish(key, 3_000_000_002L).status()).isEqualTo(302);
        ingest.done(key, 3_000_000_002L);
    }

    @Test
    void broadcastsWhatAnEncoderServesByItself(Cast cast) {
        var owner = api.join("ella");
        var path = "/api/channels/%s/broadcast".formatted(owner.name());
        var wish = "{\"name\":\"encoder\",\"scopes\":[\"channel:broadcast\"],\"days\":1}";
        var token = api.post("/api/accounts/me/sign-ins/personal", wish, Api.as(owner))
                .json()
                .getString("token");
        var program = new String[] {"Authorization", "Bearer " + token};
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        var playlist = cast.externalEncoder().playlist();
        var body = Json.of("hlsUrl", playlist, "title", "From elsewhere");

        var begun = api.post(path, body, program);

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Location")).endsWith(path);
        assertThat(api.get(path).json()).isEqualTo(begun.json());
        assertThat(api.channel(owner.name()).getString("hlsUrl")).isEqualTo(playlist);
        assertThat(api.live()).contains(owner.name());
        viewer.awaitPlayingFrom(playlist);
        assertThat(viewer.sees("From elsewhere")).isTrue();
        assertThat(api.post(path, body, program).status()).as("renewed").isEqualTo(200);
        assertThat(cast.encoder(api.key(owner)).exitCode())
                .as("an encoder over RTMP")
                .isNotZero();

        assertThat(api.send("DELETE", path, null, program).status()).isEqualTo(204);

        awaitEqual("the page says offline", Duration.ofSeconds(5), viewer::seesOffline, true);
        assertThat(api.send("DELETE", path, null, program).status()).isEqualTo(404);
    }

    @Test
    void listsChannelsInPages() {
        var names = List.of(
                api.join("paging").name(),
                api.join("paging").name(),
                api.join("paging").name());

        var first = api.get("/api/channels?q=paging&sort=newest&size=2").json();
        var last = api.get("/api/channels?q=paging&sort=newest&size=2&page=1").json();

        assertThat(first.getInt("page")).isZero();
        assertThat(first.getInt("size")).isEqualTo(2);
        assertThat(first.getInt("total")).isEqualTo(3);
        assertThat(names(first)).containsExactly(names.get(2), names.get(1));
        assertThat(names(last)).containsExactly(names.get(0));
        var beyond = api.get("/api/channels?q=paging&sort=newest&size=2&page=9").json();
        assertThat(names(beyond)).isEmpty();
        assertThat(beyond.getInt("total")).isEqualTo(3);
    }

    @Test
    void readsTheChatByNumber(Cast cast) {
        var owner = api.join("ines");
        var client = cast.chat(owner.name()).as(owner);
        for (int i = 1; i <= 5; i++) {
            client.sayAndAwait("line " + i, "r" + i);
        }

        assertThat(chat(owner, "")).containsExactly(1, 2, 3, 4, 5);
        assertThat(chat(owner, "?limit=2")).containsExactly(4, 5);
        assertThat(chat(owner, "?before=3")).containsExactly(1, 2);
        assertThat(chat(owner, "?after=2&limit=2")).containsExactly(3, 4);
        assertThat(chat(owner, "?after=5")).isEmpty();
    }

    @Test
    void tellsOperatorsHowItIs() {
        assertThat(api.get("/health/live").json().getString("status")).isEqualTo("UP");
        var ready = api.get("/health/ready").json();
        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getJsonArray("checks").getValuesAs(JsonObject.class))
                .map(check -> check.getString("name") + " " + check.getString("status"))
                .contains("database UP", "broker UP");

        assertThat(api.get("/metrics").body()).contains("jvm");
        assertThat(api.get("/docs/api").body())
                .contains("/api/channels/{name}/broadcast", "already-broadcasting", "curl");
        assertThat(api.get("/openapi").body())
                .contains(
                        "url: /api",
                        "/accounts/me:",
                        "/tokens/refresh:",
                        "/channels/{name}/key:",
                        "/channels/{name}/chat:");
    }

    private Answer refresh(String token) {
        return api.post("/api/tokens/refresh", Json.of("refreshToken", token));
    }

    private Answer bearer(String accessToken) {
        return api.get("/api/accounts/me", "Authorization", "Bearer " + accessToken);
    }

    private Answer edit(Member member, String... headers) {
        return api.patch("/api/channels/" + member.name(), Json.of("title", "New"), headers);
    }

    private List<Integer> chat(Member owner, String query) {
        return api.get("/api/channels/%s/chat%s".formatted(owner.name(), query)).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(line -> line.getInt("seq"))
                .toList();
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(channel -> channel.getString("name"))
                .toList();
    }
}
