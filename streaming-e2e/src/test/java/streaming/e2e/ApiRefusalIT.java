package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.ApiRefusalIT.Who.ANOTHER;
import static streaming.e2e.ApiRefusalIT.Who.ANYBODY;
import static streaming.e2e.ApiRefusalIT.Who.OWNER;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the REST contract refuses, on every route: always problem details, never a stack. */
@WholeProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiRefusalIT {

    private static final String LONG = "x".repeat(300);

    private final Api api;
    private static final String HLS = "https://cdn.example.org/a.m3u8";

    private Member owner;
    private Member another;

    ApiRefusalIT(Platform platform) {
        this.api = new Api(platform.web());
    }

    @BeforeEach
    void signUp() {
        if (owner == null) {
            owner = api.join("owner");
            another = api.join("another");
        }
    }

    enum Who {
        ANYBODY,
        ANOTHER,
        OWNER
    }

    /** A request that is refused; {@code OWNER} in its path stands for the owner's channel. */
    record Refused(Who who, String method, String path, String type, String body, int status, List<String> fields) {

        static Refused of(Who who, String request, String json, int status, String... fields) {
            var words = request.split(" ", 2);
            return new Refused(who, words[0], words[1], "application/json", json, status, List.of(fields));
        }

        Refused as(String otherType) {
            return new Refused(who, method, path, otherType, body, status, fields);
        }

        @Override
        public String toString() {
            var text = body == null ? "" : body.substring(0, Math.min(60, body.length()));
            return "%s %s %s %s by %s: %d".formatted(method, path, type, text, who, status);
        }
    }

    static Stream<Refused> accounts() {
        return Stream.of(
                Refused.of(ANYBODY, "POST /accounts", "{}", 400, "email", "password", "username"),
                Refused.of(ANYBODY, "POST /accounts", account("a b", "a@example.org", "long enough"), 400, "username"),
                Refused.of(ANYBODY, "POST /accounts", account("ab", "a@example.org", "long enough"), 400, "username"),
                Refused.of(ANYBODY, "POST /accounts", account(LONG, "a@example.org", "long enough"), 400, "username"),
                Refused.of(
                        ANYBODY, "POST /accounts", account("admin", "a@example.org", "long enough"), 400, "username"),
                Refused.of(ANYBODY, "POST /accounts", account("Live", "a@example.org", "long enough"), 400, "username"),
                Refused.of(ANYBODY, "POST /accounts", account("good", "nowhere", "long enough"), 400, "email"),
                Refused.of(ANYBODY, "POST /accounts", account("good", "a@example.org", "short"), 400, "password"),
                Refused.of(ANYBODY, "POST /accounts", account("good", "a@example.org", LONG), 400, "password"),
                Refused.of(ANYBODY, "POST /accounts", "{\"username\":", 400),
                Refused.of(ANYBODY, "POST /accounts", "{\"username\":{}}", 400),
                Refused.of(ANYBODY, "POST /accounts", "[]", 400),
                Refused.of(ANYBODY, "POST /accounts", "null", 400),
                Refused.of(ANYBODY, "POST /accounts", "", 400),
                Refused.of(ANYBODY, "POST /accounts", "username=good", 415).as("application/x-www-form-urlencoded"),
                Refused.of(ANYBODY, "POST /accounts", "<account/>", 415).as("application/xml"),
                Refused.of(ANYBODY, "GET /accounts", null, 405),
                Refused.of(ANYBODY, "DELETE /accounts/me", null, 405),
                Refused.of(ANYBODY, "GET /accounts/me", null, 401),
                Refused.of(ANYBODY, "GET /nothing/here", null, 404));
    }

    static Stream<Refused> tokens() {
        return Stream.of(
                Refused.of(ANYBODY, "POST /tokens", "{}", 400, "login", "password"),
                Refused.of(ANYBODY, "POST /tokens", Json.of("login", "nobody", "password", "anything"), 401),
                Refused.of(ANYBODY, "POST /tokens", Json.of("login", "nobody", "password", LONG), 400, "password"),
                Refused.of(ANYBODY, "POST /tokens", "{\"login\":\"a\",", 400),
                Refused.of(ANYBODY, "POST /tokens", "", 400),
                Refused.of(ANYBODY, "POST /tokens", "login=a", 415).as("text/plain"),
                Refused.of(ANYBODY, "GET /tokens", null, 405),
                Refused.of(ANYBODY, "DELETE /tokens", null, 401),
                Refused.of(ANYBODY, "POST /tokens/refresh", "{}", 400, "refreshToken"),
                Refused.of(ANYBODY, "POST /tokens/refresh", "{", 400),
                Refused.of(ANYBODY, "POST /tokens/refresh", Json.of("refreshToken", "made-up"), 401));
    }

    static Stream<Refused> channels() {
        return Stream.of(
                Refused.of(ANYBODY, "GET /channels?live=maybe", null, 400, "live"),
                Refused.of(ANYBODY, "GET /channels?page=-1", null, 400, "page"),
                Refused.of(ANYBODY, "GET /channels?page=x", null, 400, "page"),
                Refused.of(ANYBODY, "GET /channels?size=0", null, 400, "size"),
                Refused.of(ANYBODY, "GET /channels?size=201", null, 400, "size"),
                Refused.of(ANYBODY, "GET /channels?size=99999999999999999999", null, 400, "size"),
                Refused.of(ANYBODY, "GET /channels?sort=shuffled", null, 400, "sort"),
                Refused.of(ANYBODY, "GET /channels?q=" + LONG, null, 400, "q"),
                Refused.of(ANYBODY, "GET /channels?live=true&sort=shuffled", null, 400, "sort"),
                Refused.of(ANYBODY, "GET /channels?page=1000001", null, 400, "page"),
                Refused.of(ANYBODY, "GET /channels?language=xx", null, 400, "language"),
                Refused.of(ANYBODY, "POST /channels", "{}", 405),
                Refused.of(ANYBODY, "GET /channels/nobody_here", null, 404),
                Refused.of(ANYBODY, "DELETE /channels/OWNER", null, 405),
                Refused.of(ANYBODY, "PATCH /channels/OWNER", "{}", 401),
                Refused.of(ANOTHER, "PATCH /channels/OWNER", "{\"title\":\"mine\"}", 403),
                Refused.of(OWNER, "PATCH /channels/nobody_here", "{}", 404),
                Refused.of(OWNER, "PATCH /channels/OWNER", Json.of("title", LONG, "bio", LONG), 400, "bio", "title"),
                Refused.of(OWNER, "PATCH /channels/OWNER", Json.of("language", "Klingon!"), 400, "language"),
                Refused.of(OWNER, "PATCH /channels/OWNER", "{\"title\":[1]}", 400),
                Refused.of(OWNER, "PATCH /channels/OWNER", "title", 400),
                Refused.of(OWNER, "PATCH /channels/OWNER", "", 400),
                Refused.of(OWNER, "PATCH /channels/OWNER", "title", 415).as("text/plain"),
                Refused.of(OWNER, "PATCH /channels/OWNER", Json.of("language", "xx"), 400, "language"),
                Refused.of(ANYBODY, "POST /channels/OWNER/broadcast", "{}", 401),
                Refused.of(ANOTHER, "POST /channels/OWNER/broadcast", Json.of("hlsUrl", HLS), 403),
                Refused.of(OWNER, "POST /channels/nobody_here/broadcast", Json.of("hlsUrl", HLS), 404),
                Refused.of(OWNER, "POST /channels/OWNER/broadcast", "{}", 400, "hlsUrl"),
                Refused.of(OWNER, "POST /channels/OWNER/broadcast", Json.of("hlsUrl", "file:///a"), 400, "hlsUrl"),
                Refused.of(OWNER, "POST /channels/OWNER/broadcast", "", 400),
                Refused.of(ANOTHER, "DELETE /channels/OWNER/broadcast", null, 403),
                Refused.of(OWNER, "DELETE /channels/OWNER/broadcast", null, 404),
                Refused.of(ANYBODY, "GET /channels/OWNER/broadcast", null, 404),
                Refused.of(ANYBODY, "GET /channels/OWNER/key", null, 401),
                Refused.of(ANOTHER, "GET /channels/OWNER/key", null, 403),
                Refused.of(OWNER, "GET /channels/nobody_here/key", null, 404),
                Refused.of(ANYBODY, "POST /channels/OWNER/key", null, 401),
                Refused.of(ANOTHER, "POST /channels/OWNER/key", null, 403),
                Refused.of(OWNER, "POST /channels/nobody_here/key", null, 404),
                Refused.of(OWNER, "DELETE /channels/OWNER/key", null, 405),
                Refused.of(ANYBODY, "GET /channels/nobody_here/viewers", null, 404),
                Refused.of(ANYBODY, "GET /channels/nobody_here/chat", null, 404),
                Refused.of(ANYBODY, "GET /channels/OWNER/chat?limit=0", null, 400, "limit"),
                Refused.of(ANYBODY, "GET /channels/OWNER/chat?limit=201", null, 400, "limit"),
                Refused.of(ANYBODY, "GET /channels/OWNER/chat?before=first", null, 400, "before"),
                Refused.of(ANYBODY, "GET /channels/OWNER/chat?after=-1", null, 400, "after"),
                Refused.of(ANYBODY, "GET /channels/OWNER/chat?before=9&after=1", null, 400, "before"),
                Refused.of(ANYBODY, "GET /ingest/publish", null, 405),
                Refused.of(ANYBODY, "POST /ingest/publish", "{}", 415),
                Refused.of(ANYBODY, "POST /ingest/publish", "name=a&clientid=1", 403)
                        .as("application/x-www-form-urlencoded"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"accounts", "tokens", "channels"})
    void refusesWithProblemDetails(Refused refused) {
        var path = "/api" + refused.path().replace("OWNER", owner.name());

        var answer = api.send(refused.method(), path, refused.body(), headers(refused));

        assertProblem(answer, refused.status());
        if (!refused.fields().isEmpty()) {
            assertThat(answer.wrongFields()).isEqualTo(refused.fields());
        }
    }

    @Test
    void refusesATakenNameAndATakenAddressWhateverTheirCase() {
        var name = owner.name().toUpperCase(java.util.Locale.ROOT);

        assertProblem(api.post("/api/accounts", account(name, "other@example.org", "long enough")), 409);
        assertProblem(
                api.post(
                        "/api/accounts",
                        account(Api.newName("other"), owner.email().toUpperCase(java.util.Locale.ROOT), "long enough")),
                409);
    }

    @Test
    void refusesAWrongPasswordAsItRefusesAnUnknownName() {
        var wrong = api.post("/api/tokens", Json.of("login", owner.name(), "password", "not the password"));
        var unknown = api.post("/api/tokens", Json.of("login", "nobody", "password", "not the password"));

        assertProblem(wrong, 401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void refusesToAnswerInAFormatThatItDoesNotSpeak() {
        assertProblem(api.get("/api/channels", "Accept", "text/csv"), 406);
    }

    @Test
    void refusesWhoTakesXmlInTheSameForm() {
        var xml = new String[] {"Accept", "application/xml"};

        assertProblem(api.get("/api/channels?sort=shuffled", xml), 400);
        assertProblem(api.get("/api/channels?live=true&sort=shuffled", xml), 400);
        assertProblem(api.get("/api/channels?language=xx", xml), 400);
        assertProblem(api.get("/api/channels/nobody_here", xml), 404);
        var mine = Stream.concat(Stream.of(Api.as(another)), Stream.of(xml)).toArray(String[]::new);
        assertProblem(api.patch("/api/channels/" + owner.name(), Json.of("title", "mine"), mine), 403);
        assertProblem(api.patch("/api/channels/" + another.name(), Json.of("title", "x".repeat(1_000_000)), mine), 400);
        assertThat(api.patch("/api/channels/" + another.name(), Json.of("title", "mine"), mine)
                        .type())
                .isEqualTo("application/xml");
    }

    @Test
    void namesTheMethodsThatAnAddressHas() {
        var answer = api.send("DELETE", "/api/channels", null);

        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void refusesATokenThatIsNone() {
        var answer = api.get("/api/accounts/me", "Authorization", "Bearer made-up");

        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private String[] headers(Refused refused) {
        var headers = Stream.<String>builder();
        if (refused.body() != null) {
            headers.add("Content-Type").add(refused.type());
        }
        switch (refused.who()) {
            case ANYBODY -> {}
            case ANOTHER -> Stream.of(Api.as(another)).forEach(headers);
            case OWNER -> Stream.of(Api.as(owner)).forEach(headers);
        }
        return headers.build().toArray(String[]::new);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.getString("type")).startsWith("/problems/");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    private static String account(String username, String email, String password) {
        return Json.of("username", username, "email", email, "password", password);
    }
}
