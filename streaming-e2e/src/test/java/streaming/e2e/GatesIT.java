package streaming.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps floods, guesses, other sites and those who were shut out away. Each test comes from addresses of its own. */
@WholeProduct
class GatesIT {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Duration AT_ONCE = ofSeconds(1);

    /** The server reads its settings once a second. */
    private static final Duration SET = ofSeconds(3);

    private static final int PAIRS = 15;

    private final Platform platform;
    private final Api api;
    private final String[] here = from("198.51.100." + ADDRESSES.incrementAndGet());

    GatesIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slowsDownWhoGuessesAPasswordWhetherTheAccountExistsOrNot(boolean exists) {
        var login = exists ? api.join("rosa").name() : Api.newName("nobody");

        for (int i = 0; i < 10; i++) {
            assertThat(signIn(login, "wrong password", from("203.0.113." + i)).status())
                    .isEqualTo(401);
        }
        var refused = signIn(login, Member.PASSWORD, from("203.0.113.99"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).isEqualTo("application/problem+json");
        assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-failures");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(refused.json().getInt("retryAfter")).isBetween(1, 30);
    }

    @Test
    void letsTheOwnerInWhereTheyAreAtHomeHoweverOftenStrangersGuess() {
        var owner = api.join("silvia");
        assertThat(signIn(owner.name(), owner.password(), here).status()).isEqualTo(200);

        for (int i = 0; i < 10; i++) {
            signIn(owner.name(), "wrong password", from("203.0.113.77"));
        }

        assertThat(signIn(owner.name(), owner.password(), from("203.0.113.77")).status())
                .isEqualTo(429);
        assertThat(signIn(owner.name(), owner.password(), here).status()).isEqualTo(200);
    }

    @Test
    void saysOnThePageWhenToTryAgain(Cast cast) {
        var login = Api.newName("nobody");
        for (int i = 0; i < 10; i++) {
            signIn(login, "wrong password", from("203.0.113.78"));
        }
        var viewer = cast.viewer();

        viewer.open("/login");
        viewer.fill("Username or e-mail", login);
        viewer.fill("Password", "wrong password");
        viewer.press("Sign in");

        viewer.awaitText("Too many tries went wrong. Try again in");
        assertThat(viewer.isSignedIn()).isFalse();
    }

    @Test
    void letsPagesOfListedSitesReadTheApi() {
        String[] from = {"Origin", "https://app.example"};
        String[] asking = {"Origin", "https://app.example", "Access-Control-Request-Method", "PATCH"};
        assertThat(allowed(from)).isEmpty();

        platform.with("streaming.cors.origins", "https://app.example", () -> {
            awaitEqual("the site that may read", SET, () -> allowed(from), "https://app.example");
            assertThat(allowed("Origin", "https://evil.example")).isEmpty();
            var preflight = api.send("OPTIONS", "/api/channels", null, asking);
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
            assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
        });
    }

    @Test
    void answersToItsOwnNamesOnly() {
        platform.with("streaming.hosts", "live.example, 127.0.0.1", () -> {
            awaitEqual("a strange name", SET, () -> statusOf("evil.example"), "HTTP/1.1 421");
            assertThat(statusOf("live.example")).isEqualTo("HTTP/1.1 200");
        });
        awaitEqual("any name", SET, () -> statusOf("evil.example"), "HTTP/1.1 200");
    }

    private String allowed(String... origin) {
        return api.get("/api/channels", origin).header("Access-Control-Allow-Origin");
    }

    @Test
    void saysOnAPageThatWasSentTooMuch() {
        var answer = api.postForm("/login", "login=" + "x".repeat(11_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("That was too much");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** How a request is answered that is meant for this host; clients of the library name none but where they connect. */
    private String statusOf(String host) {
        try (var socket = new Socket(platform.web().getHost(), platform.web().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/channels HTTP/1.1\r\nHost: %s\r\n\r\n"
                            .formatted(host)
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void limitsSignInsByAddress() {
        var login = Api.newName("nobody");
        for (int i = 0; i < 10; i++) {
            signIn(login, "wrong password", from("203.0.113.1" + i)); // from now on no hash is computed: it is quick
        }

        var types = new ArrayList<String>();
        for (int i = 0; i < 900 && !types.contains("/problems/too-many-requests"); i++) {
            types.add(signIn(login, "wrong password", here).json().getString("type"));
        }

        assertThat(types.indexOf("/problems/too-many-requests")).isGreaterThanOrEqualTo(Launcher.SIGN_INS_A_MINUTE);
        assertThat(signIn(login, "wrong password", from("203.0.113.20")).json().getString("type"))
                .isEqualTo("/problems/too-many-failures");
    }

    @Test
    void tellsNotByTimeWhetherAnAccountExists() {
        var exist = List.of(api.join("ulla").name(), api.join("ulla").name());
        var missing = List.of(Api.newName("nobody"), Api.newName("nobody")); // two: nobody fails ten times
        nanosToRefuse(exist.get(0));
        nanosToRefuse(missing.get(0));
        var some = new ArrayList<Long>();
        var none = new ArrayList<Long>();

        for (int i = 0; i < PAIRS; i++) {
            some.add(nanosToRefuse(exist.get(i % exist.size())));
            none.add(nanosToRefuse(missing.get(i % missing.size())));
        }

        var ratio = (double) median(some) / median(none);
        System.out.printf("Refusing an account that exists takes %.2f times as long as one that does not%n", ratio);
        assertThat(ratio).isBetween(1 / 1.5, 1.5);
    }

    private long nanosToRefuse(String login) {
        var began = System.nanoTime();
        assertThat(signIn(login, "wrong password", here).status()).isEqualTo(401);
        return System.nanoTime() - began;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void believesAProxyAndNoOther() {
        var owner = api.join("wanda");
        var chain = new String[] {"X-Forwarded-For", "192.0.2.66, 198.51.100.200"};

        var tokens = signIn(owner.name(), owner.password(), chain).json();

        var mine = api.get(
                "/api/accounts/me/sign-ins",
                "Authorization",
                "Bearer " + tokens.getString("accessToken"),
                chain[0],
                chain[1]);
        assertThat(mine.body()).contains("198.51.100.200").doesNotContain("192.0.2.66");
    }

    @Test
    void speaksOfTlsWhereThereIsTls() {
        var plain = api.get("/");
        var secure = api.get("/", "X-Forwarded-Proto", "https");

        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
        assertThat(secure.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/login, 200",
        "/no/such/page, 404",
        "/api/channels, 200",
        "/api/no/such, 404",
        "/assets/site.css, 200",
        "/ws/channels/nobody_here, 400",
        "/live/nobody_here/index.m3u8, 404",
    })
    void forbidsTheBrowserWhatNoAnswerNeeds(String path, int status) {
        var answer = api.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void allowsNoInlineScriptOnAnyPage() {
        assertThat(api.get("/").header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(api.get("/api/channels").header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void takesNothingFromOtherSitesThatComesWithOurCookie() {
        var owner = api.join("xenia");
        var cookie = sessionOf(owner);
        var evil = new String[] {"Cookie", cookie, "Origin", "http://evil.example"};
        var none = new String[] {"Cookie", cookie};
        var ours = new String[] {"Cookie", cookie, "Origin", platform.web().toString()};
        var patch = Json.of("title", "Taken over");

        for (var headers : List.of(evil, none)) {
            for (var page :
                    List.of("/settings", "/settings/sessions", "/login", "/signup", "/logout", "/admin/accounts")) {
                assertThat(api.postForm(page, "title=Taken+over&do=end-others", headers)
                                .status())
                        .as(page)
                        .isEqualTo(403);
            }
            assertThat(api.patch("/api/channels/" + owner.name(), patch, headers)
                            .status())
                    .isEqualTo(401);
            assertThat(api.send("DELETE", "/api/tokens", null, headers).status())
                    .isEqualTo(401);
        }
        assertThat(api.channel(owner.name()).getString("title")).isNotEqualTo("Taken over");
        assertThat(api.patch("/api/channels/" + owner.name(), patch, ours).status())
                .isEqualTo(200);
    }

    @Test
    void greetsNobodyByNameOnASocketThatAnotherSiteOpens() {
        var owner = api.join("yvonne");
        var cookie = sessionOf(owner);

        assertThat(ChatClient.greeting(
                        platform.web(), owner.name(), cookie, platform.web().toString()))
                .isEqualTo(owner.name());
        assertThat(ChatClient.greeting(platform.web(), owner.name(), cookie, "http://evil.example"))
                .isEmpty();
    }

    @Test
    void letsNoOtherSiteReadTheApiUnlessItIsListed() {
        var answer = api.get("/api/channels", "Origin", "http://evil.example");
        var preflight = api.send(
                "OPTIONS",
                "/api/channels",
                null,
                "Origin",
                "http://evil.example",
                "Access-Control-Request-Method",
                "GET");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void shutsOutADeactivatedAccountAtOnce(Cast cast) {
        var admins = cast.admin(api);
        var owner = api.join("zita");
        var chat = cast.chat(owner.name()).as(owner);
        chat.sayAndAwait("still here", "r1");
        var encoder = cast.encoder(api.key(owner));
        awaitEqual("is live", ofSeconds(15), () -> api.isLive(owner.name()), true);
        admins.openAccounts();
        admins.search(owner.name());

        admins.deactivate(owner.name());

        awaitEqual(
                "the token is dead",
                AT_ONCE,
                () -> api.get("/api/accounts/me", Api.as(owner)).status(),
                401);
        assertThat(chat.sayAndAwait("and now?", "r2").getString("type")).isEqualTo("error");
        awaitEqual("is live", ofSeconds(5), () -> api.isLive(owner.name()), false);
        awaitEqual("the encoder runs", ofSeconds(15), encoder::isPublishing, false);
        assertThat(signIn(owner.name(), owner.password(), here).status()).isEqualTo(401);

        admins.activate(owner.name());
        assertThat(signIn(owner.name(), owner.password(), here).status()).isEqualTo(200);
    }

    @Test
    void givesRolesThatHoldFromTheNextRequestOn(Cast cast) {
        var admins = cast.admin(api);
        var member = api.join("zora");
        assertThat(api.get("/api/admin/accounts", Api.as(member)).status()).isEqualTo(403);
        admins.openAccounts();
        admins.search(member.name());

        admins.toggle(member.name(), "Staff");

        awaitEqual(
                "sees accounts",
                AT_ONCE,
                () -> api.get("/api/admin/accounts", Api.as(member)).status(),
                200);
        assertThat(api.patch("/api/admin/accounts/" + member.name(), "{\"active\":false}", Api.as(member))
                        .status())
                .isEqualTo(403);
        var staff = cast.viewer();
        staff.signIn(member.name());
        assertThat(staff.open("/admin/accounts")).isEqualTo(200);
        assertThat(staff.page()
                        .locator("#accounts input[type=checkbox]:enabled")
                        .count())
                .isZero();
        assertThat(staff.page().locator("[id^=deactivate-]").count()).isZero();
        assertThat(staff.open("/admin/channels")).isEqualTo(200);
        assertThat(staff.page().locator("#channels tbody tr").count()).isPositive();
        assertThat(staff.page().locator("#channels button:has-text('Ban')").count())
                .isZero();
        admins.openAudit("roles-changed", member.name());
        assertThat(admins.log()).anyMatch(line -> line.contains(member.name()) && line.contains("staff"));
    }

    private String sessionOf(Member member) {
        var form = "login=%s&password=%s"
                .formatted(member.name(), member.password().replace(" ", "+"));
        var answer = api.postForm(
                "/login",
                form,
                Stream.concat(Stream.of("Origin", platform.web().toString()), Stream.of(here))
                        .toArray(String[]::new));
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private Answer signIn(String login, String password, String... headers) {
        return api.post("/api/tokens", Json.of("login", login, "password", password), headers);
    }

    /** As a proxy on this machine tells who asks. */
    private static String[] from(String address) {
        return new String[] {"X-Forwarded-For", address};
    }
}
