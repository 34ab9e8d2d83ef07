package streaming.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streamers say what they do, and people find them by it. */
@WholeProduct
class DiscoveryIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Platform platform;
    private final Api api;

    DiscoveryIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void saysWhatTodaysStreamIsAndViewersSeeItAtOnce(Cast cast) {
        var owner = api.join("today");
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        viewer.awaitText("1 viewer"); // the socket is open
        var streamer = cast.viewer();
        streamer.signIn(owner.name());
        streamer.open("/settings");

        streamer.fill("Title", "Kneading the dough");
        streamer.fill("Tags", "#Sourdough, oven_spring");
        streamer.page().locator("#category").selectOption("cooking");
        streamer.press("Save stream");

        streamer.awaitText("Your viewers see it now.");
        viewer.awaitText("Kneading the dough");
        assertThat(viewer.page().locator("#channel-category").innerText()).isEqualTo("Cooking");
        assertThat(viewer.page().locator("#channel-tags .tag").allInnerTexts())
                .containsExactly("sourdough", "oven-spring");

        streamer.fill("Links", "http://not.safe.example");
        streamer.press("Save");
        streamer.awaitText("Give whole addresses that begin with https://.");
        assertThat(streamer.valueOf("Title")).isEqualTo("Kneading the dough");
        streamer.fill("Links", "https://github.com/" + owner.name());
        streamer.press("Save");
        streamer.awaitText("Saved.");
        viewer.reload();
        viewer.awaitText("GitHub");
    }

    @Test
    void isFoundByWhatItIsAbout(Cast cast) {
        var owner = api.join("finder");
        edit(owner, "{\"title\":\"Zymurgy evening\",\"category\":\"science\",\"tags\":[\"zymurgy\"]}");
        cast.encoder(api.key(owner));
        awaitEqual("is live", SOON, () -> api.isLive(owner.name()), true);
        var viewer = cast.viewer();

        viewer.open("/browse?live=true&category=science");
        assertThat(viewer.liveNow()).contains(owner.name());
        viewer.fill("Tag", "no-such-tag");
        viewer.press("Show");
        viewer.awaitText("No channel matches");
        assertThat(viewer.address()).contains("live=true", "category=science", "tag=no-such-tag");

        viewer.open("/search?q=zimurgy");
        assertThat(viewer.liveNow()).containsExactly(owner.name());
        viewer.open("/browse?language=klingon");
        viewer.awaitText("Use a code of ISO 639");

        viewer.open("/");
        viewer.awaitText("Zymurgy evening");
        assertThat(viewer.page().locator("a.category").first().isVisible()).isTrue();
        var search = viewer.page().locator("#site-q");
        search.pressSequentially("zymur");
        option(viewer.page(), "Channel").waitFor();
        assertThat(search.getAttribute("aria-expanded")).isEqualTo("true");
        search.press("ArrowDown");
        assertThat(search.getAttribute("aria-activedescendant")).isEqualTo("site-q-list-0");
        search.press("Enter");
        viewer.awaitAddress("/" + owner.name());
    }

    @Test
    void keepsTheListOfWhatIsLiveFreshAndNamed(Cast cast) {
        var owner = api.join("fresh");
        var before = api.get("/api/channels?live=true&size=200");
        assertThat(api.get("/api/channels?live=true&size=200", "If-None-Match", before.header("ETag"))
                        .status())
                .isIn(200, 304);

        cast.encoder(api.key(owner));

        awaitEqual("is listed", SOON, () -> api.live().contains(owner.name()), true);
        var signedIn = api.get("/api/channels?live=true&sort=newest", Api.as(owner));
        assertThat(signedIn.header("ETag")).isNotEmpty();
        edit(owner, "{\"title\":\"Now\"}");
        assertThat(api.get("/api/channels?live=true&sort=newest", Api.as(owner)).body())
                .as("who is signed in is not answered from a cache")
                .contains("\"title\":\"Now\"");
        var beyond = api.get("/api/channels?live=true&page=900").json();
        assertThat(beyond.getJsonArray("items")).isEmpty();
        assertThat(beyond.getInt("total")).isPositive();
    }

    @Test
    void refusesALostUpdateAndWhatIsNoChannel() {
        var owner = api.join("twice");
        var path = "/api/channels/" + owner.name();
        var seen = api.get(path).header("ETag");
        var first = api.patch(path, "{\"title\":\"First\"}", with(owner, "If-Match", seen));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(seen);

        var second = api.patch(path, "{\"title\":\"Second\"}", with(owner, "If-Match", seen));

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().getString("type")).isEqualTo("/problems/lost-update");
        assertThat(api.channel(owner.name()).getString("title")).isEqualTo("First");
        assertThat(api.patch(path, "{\"title\":\"%s\"}".formatted("x".repeat(1_000_000)), Api.as(owner))
                        .wrongFields())
                .containsExactly("title");
        assertThat(api.patch(path, "{\"language\":\"xx\"}", Api.as(owner)).wrongFields())
                .containsExactly("language");
        assertThat(api.get("/api/channels?language=xx").wrongFields()).containsExactly("language");
        assertThat(api.get(path, "Accept", "application/xml").body()).contains("<title>First</title>");
        assertThat(api.patch(path, "{}", Api.as(api.join("other"))).status()).isEqualTo(403);
    }

    @Test
    void plansAStreamThatCalendarsShow(Cast cast) {
        var owner = api.join("planner");
        var streamer = cast.viewer();
        streamer.signIn(owner.name());
        streamer.open("/settings/schedule");
        streamer.fill("Title", "Bread, rolls; and more");
        streamer.fill("Start", "2001-01-01T20:00");
        streamer.press("Plan stream");
        streamer.awaitText("Choose a time to come, within a year.");
        streamer.fill("Start", Instant.now().plus(Duration.ofDays(2)).toString().substring(0, 16));

        streamer.press("Plan stream");
        streamer.awaitText("Planned.");

        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        viewer.awaitText("Bread, rolls; and more");
        var calendar = api.get("/api/channels/%s/schedule.ics".formatted(owner.name()));
        assertThat(calendar.type()).isEqualTo("text/calendar");
        assertThat(calendar.body()).contains("BEGIN:VEVENT\r\n", "SUMMARY:Bread\\, rolls\\; and more\r\n");
        streamer.press("Cancel Bread, rolls; and more");
        streamer.awaitText("It is off your schedule.");
        assertThat(api.get("/api/channels/%s/schedule".formatted(owner.name()))
                        .json()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void tidiesUpTags(Cast cast) {
        var owner = api.join("tagged");
        edit(owner, "{\"tags\":[\"speling\",\"keep\"]}");
        edit(api.join("speller"), "{\"tags\":[\"spelling\"]}");
        var name = api.join("tidy").name();
        platform.admin(name);
        var admin = cast.viewer();
        admin.signIn(name);
        admin.open("/admin/tags");

        admin.press("Merge speling");
        admin.fill("Into", "spelling");
        admin.press("Merge");
        admin.awaitText("speling is spelling now");

        assertThat(tags(owner)).containsExactly("spelling", "keep");
        admin.press("Hide keep");
        admin.awaitText("keep is shown nowhere now.");
        assertThat(tags(owner)).containsExactly("spelling");
        admin.open("/admin/categories");
        admin.press("Rename Nature");
        admin.fill("New name", "Outdoors");
        admin.page().locator("#ask-yes").click();
        admin.awaitText("nature is called Outdoors now.");

        var path = "/api/categories/nature/image";
        assertThat(api.get(path).type()).isEqualTo("image/svg+xml");
        admin.page().getByLabel("Image of Outdoors").click();
        admin.upload("Image", "wood.svg", "<svg><script>alert(1)</script></svg>".getBytes(UTF_8));
        admin.press("Save image");
        admin.awaitText("Send a JPEG, PNG, GIF or WebP image.");
        admin.upload("Image", "wood", Pictures.png(80, 60));
        admin.press("Save image");
        admin.awaitText("Lists of categories show it now.");
        assertThat(api.get(path).type()).isEqualTo("image/jpeg");
        var viewer = cast.viewer();
        viewer.open("/browse");
        var shown = viewer.page().locator("a.category[href$='nature'] img").getAttribute("src");
        assertThat(shown).matches("/images/[0-9a-f]{32}\\.jpg");
        assertThat(api.get(shown).header("Cache-Control")).contains("immutable");
        assertThat(api.send("DELETE", path, null, Api.as(owner)).status()).isEqualTo(403);
    }

    private static Locator option(Page page, String kind) {
        return page.locator("[role='option']")
                .filter(new Locator.FilterOptions().setHasText(kind))
                .first();
    }

    private List<String> tags(Member owner) {
        return api.channel(owner.name()).getJsonArray("tags").getValuesAs(jakarta.json.JsonString.class).stream()
                .map(jakarta.json.JsonString::getString)
                .toList();
    }

    private JsonObject edit(Member owner, String json) {
        var answer = api.patch("/api/channels/" + owner.name(), json, Api.as(owner));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String[] with(Member member, String name, String value) {
        var as = Api.as(member);
        return new String[] {as[0], as[1], name, value};
    }
}
