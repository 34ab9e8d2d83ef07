package streaming.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.catalog.CatalogOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.Page;
import streaming.shared.TestClock;

/** What people find channels by. */
class DiscoveryTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    final LiveChannels live = new LiveChannels();
    final TopRated topRated = new TopRated();
    final Suggestions suggestions = new Suggestions();
    ChannelsOnTest site;
    Account ada;

    @BeforeEach
    void signUp() {
        site = new ChannelsOnTest(database, clock, audience.audience());
        live.channels = site.channels;
        live.clock = clock;
        live.merges = CatalogOnTest.merges(database);
        topRated.channels = site.channels;
        topRated.live = live;
        topRated.clock = clock;
        suggestions.entityManager = database.entityManager();
        database.inTransaction(() -> CatalogOnTest.add(site.channels.categories, "Just baking"));
        ada = site.signUp("ada");
    }

    @Test
    void showsWhatItsOwnerSaysOfTheStream() {
        edit(
                ada,
                new ChannelEdit(
                        "Sourdough",
                        "I bake.",
                        "pt-BR",
                        "just-baking",
                        List.of("#Bread", "slow_food", "bread"),
                        List.of(new SocialLink(null, "https://www.youtube.com/@ada"))));

        assertThat(get("ada")).satisfies(channel -> {
            assertThat(channel.category()).isEqualTo("just-baking");
            assertThat(channel.categoryName()).isEqualTo("Just baking");
            assertThat(channel.tags()).containsExactly("bread", "slow-food");
            assertThat(channel.socialLinks())
                    .containsExactly(new SocialLink("youtube", "https://www.youtube.com/@ada"));
        });

        edit(ada, new ChannelEdit(null, null, null, "", List.of(), List.of()));

        assertThat(get("ada")).satisfies(channel -> {
            assertThat(channel.title()).isEqualTo("Sourdough");
            assertThat(channel.category()).isNull();
            assertThat(channel.tags()).isEmpty();
            assertThat(channel.socialLinks()).isEmpty();
        });
    }

    @Test
    void refusesWhatBreaksARule() {
        refuses("language", new ChannelEdit(null, null, "xx"));
        refuses("language", new ChannelEdit(null, null, "en-XX"));
        refuses("category", ChannelEdit.stream(null, "no-such", null));
        refuses("tags", ChannelEdit.stream(null, null, List.of("what?")));
        refuses("tags", ChannelEdit.stream(null, null, List.of("x".repeat(26))));
        refuses("tags", ChannelEdit.stream(null, null, List.of("a b c d e f g h i j k".split(" "))));
        refuses("title", ChannelEdit.stream("x".repeat(1_000_000), null, null));
        for (var url : List.of(
                "http://a.example",
                "javascript:alert(1)",
                "https://u:p@a.example",
                "https://",
                "https://localhost",
                "https://a.example/" + "x".repeat(200),
                "https://a example.org")) {
            refuses("socialLinks", links(new SocialLink(null, url)));
        }
        refuses("socialLinks", links(new SocialLink("github", "https://gitlab.com/ada")));
        assertThat(get("ada").version()).isZero();
    }

    @Test
    void refusesAnEditOfWhatHasChangedMeanwhile() {
        var seen = get("ada").version();
        database.inTransaction(
                () -> site.channels.edit(signedIn(ada), "ada", new ChannelEdit("First", null, null), seen));

        assertThatThrownBy(() -> database.inTransaction(
                        () -> site.channels.edit(signedIn(ada), "ada", new ChannelEdit("Second", null, null), seen)))
                .isInstanceOf(LostUpdate.class);

        assertThat(get("ada").title()).isEqualTo("First");
        assertThat(Versions.in("W/\"v1\"")).isEqualTo(1);
        assertThat(Versions.in("*")).isNull();
        assertThat(Versions.in("\"other\"")).isEqualTo(-1);
    }

    @Test
    void filtersByCategoryTagAndLanguage() {
        site.signUp("bob");
        edit(ada, new ChannelEdit(null, null, "de", "just-baking", List.of("bread"), null));

        for (var live : new Boolean[] {null, false}) {
            assertThat(names(live, "just-baking", null, null)).containsExactly("ada");
            assertThat(names(live, null, "bread", null)).containsExactly("ada");
            assertThat(names(live, null, null, "de")).containsExactly("ada");
            assertThat(names(live, "just-baking", "bread", "en")).isEmpty();
            assertThat(names(live, "no-such", null, null)).isEmpty();
        }
    }

    @Test
    void findsByTheBeginningsOfWordsAndDespiteTypingMistakes() {
        edit(ada, new ChannelEdit("Cooking with minecraft", "Sourdough", "en", null, List.of("espresso"), null));
        edit(site.signUp("bob"), new ChannelEdit("Chess", "Openings", "en"));

        for (var text : List.of(
                "cook", "COOKING", "coking", "minecarft", "sourdoug", "expresso", "cook mine", "raft", "ad", "ada")) {
            assertThat(search(text).items())
                    .as(text)
                    .extracting(ChannelJson::name)
                    .containsExactly("ada");
        }
        var before = database.statements();
        search("minecarft cokin");
        assertThat(database.statements() - before).isEqualTo(3);
        for (var text : List.of("cooking chess", "xyz", "'); drop table", "&|!:*", "\\")) {
            assertThat(search(text).items()).as(text).isEmpty();
        }
    }

    @Test
    void suggestsWhileOneTypes() {
        edit(ada, new ChannelEdit("Cooking", "", "en", "just-baking", List.of("bread"), null));

        assertThat(suggest("a")).containsExactly("channel ada /ada");
        assertThat(suggest("cokin")).contains("channel ada /ada");
        assertThat(suggest("just")).contains("category Just baking /browse?category=just-baking");
        assertThat(suggest("brea")).contains("tag bread /browse?tag=bread");
        assertThat(suggest(" ?")).isEmpty();
    }

    @Test
    void costsOneStatementALongListAndGoesOnWhereItEnded() {
        for (int i = 0; i < 7; i++) {
            edit(site.signUp("many" + i), ChannelEdit.stream("Many", "just-baking", List.of("one", "two")));
        }
        var before = database.statements();
        var all = list(filter("newest", "0", "20", null));
        assertThat(database.statements() - before).isEqualTo(1);
        assertThat(all.items()).hasSize(8);
        assertThat(all.next()).isNull();

        for (var sort : List.of("newest", "viewers", "rating", "views")) {
            var first = list(filter(sort, "0", "3", null));
            var second = list(filter(sort, "0", "3", first.next()));
            assertThat(second.items())
                    .isEqualTo(list(filter(sort, "1", "3", null)).items());
            assertThat(second.total()).isEqualTo(8);
        }
        var beyond = list(filter("newest", "9", "3", null));
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(8);
        assertThatThrownBy(() -> filter("newest", "0", "3", "nonsense")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> filter("shuffled", "0", "3", null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void answersWhatIsLiveFromMemoryUntilItChanges() {
        goLive("ada");
        live.outdate();
        var filter = ChannelFilter.of("true", null, null, null, null, null, null, null, null);
        var first = live.now().answer(filter);
        var before = database.statements();

        var second = live.now().answer(filter);
        assertThat(database.statements()).isEqualTo(before);
        assertThat(second).isSameAs(first);

        site.signUp("bob");
        goLive("bob");
        audience.watch(Map.of("bob", 3));
        live.outdate();
        assertThat(live.now().page(filter).items())
                .extracting(ChannelJson::name)
                .containsExactly("bob", "ada");
        assertThat(live.now().answer(filter).etag()).isNotEqualTo(first.etag());

        audience.watch(Map.of("ada", 9));
        clock.advance(Duration.ofSeconds(1));
        var counted = live.now();
        assertThat(counted.page(filter).items()).extracting(ChannelJson::name).containsExactly("ada", "bob");
        clock.advance(Duration.ofSeconds(1));
        assertThat(live.now()).as("nothing changed").isSameAs(counted);
        assertThat(live.now()
                        .page(ChannelFilter.of("true", null, null, null, null, null, "7", null, null))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void findsWhatIsLiveByTheOldNamesOfWhatWasMerged() {
        database.inTransaction(() -> CatalogOnTest.add(site.channels.categories, "Bread"));
        edit(ada, ChannelEdit.stream("Rolls", "bread", List.of("doug", "rolls")));
        goLive("ada");
        edit(site.signUp("bob"), ChannelEdit.stream("Other", "just-baking", List.of("dough")));
        database.inTransaction(() -> CatalogOnTest.merge(
                site.channels.categories, site.channels.tags, "bread", "just-baking", "doug", "dough"));

        for (var category : List.of("bread", "just-baking")) {
            for (var tag : List.of("doug", "dough")) {
                var filter = ChannelFilter.of("true", category, tag, null, null, null, null, null, null);
                assertThat(live.now().page(filter).items())
                        .as(category + " " + tag)
                        .extracting(ChannelJson::name)
                        .containsExactly("ada")
                        .isEqualTo(list(filter).items().stream()
                                .map(ChannelJson::name)
                                .toList());
            }
        }
    }

    @Test
    void keepsTheBestRatedForHalfAMinute() {
        rate("ada", 3);
        site.signUp("bob");
        rate("bob", 5);
        site.signUp("eve");
        goLive("eve");
        live.now();
        var before = database.statements();

        assertThat(topRated.now()).extracting(ChannelJson::name).containsExactly("bob", "ada");
        assertThat(database.statements() - before).isEqualTo(1);

        rate("eve", 4);
        assertThat(topRated.now()).hasSize(2);
        clock.advance(Duration.ofSeconds(30));
        assertThat(topRated.now()).extracting(ChannelJson::name).containsExactly("bob", "eve", "ada");

        goLive("bob");
        live.outdate();
        assertThat(topRated.now().get(0).live()).as("at once").isTrue();
        audience.watch(Map.of("bob", 3));
        live.outdate();
        assertThat(topRated.now().get(0).viewers()).isEqualTo(3);
    }

    @Test
    void oneFriendsFiveStarsStandBelowWhatManyThink() {
        site.signUp("bob");
        site.signUp("eve");
        rate("bob", 5);
        rate("eve", 490, 100);
        goLive("ada");
        goLive("bob");
        goLive("eve");
        live.outdate();
        var filter = ChannelFilter.of("true", null, null, null, null, "rating", null, null, null);

        assertThat(list(filter).items()).extracting(ChannelJson::name).containsExactly("eve", "bob", "ada");
        assertThat(live.now().page(filter).items())
                .extracting(ChannelJson::name)
                .containsExactly("eve", "bob", "ada");
        assertThat(get("bob").rating()).as("the mean").isEqualTo(5);
    }

    private void rate(String name, int stars) {
        rate(name, stars, 1);
    }

    private void rate(String name, int stars, int ratings) {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery(
                        "update channels set rating_sum = :stars, rating_count = :ratings where name = :name")
                .setParameter("stars", stars)
                .setParameter("ratings", ratings)
                .setParameter("name", name)
                .executeUpdate());
    }

    private void goLive(String name) {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("insert into broadcasts (channel_id, title, started_at)"
                        + " select id, title, now() from channels where name = :name")
                .setParameter("name", name)
                .executeUpdate());
    }

    private void refuses(String field, ChannelEdit edit) {
        assertThatThrownBy(() -> edit(ada, edit)).isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(
                        refusal.errors().get(0).field())
                .isEqualTo(field));
    }

    private static ChannelEdit links(SocialLink... links) {
        return new ChannelEdit(null, null, null, null, null, List.of(links));
    }

    private void edit(Account owner, ChannelEdit edit) {
        database.inTransaction(() -> site.channels.edit(signedIn(owner), owner.username(), edit));
    }

    private ChannelJson get(String name) {
        return database.inTransaction(() -> site.channels.get(name));
    }

    private List<String> suggest(String text) {
        return database.inTransaction(() -> suggestions.find(text)).stream()
                .map(found -> found.kind() + " " + found.text() + " " + found.href())
                .toList();
    }

    private static ChannelFilter filter(String sort, String page, String size, String after) {
        return ChannelFilter.of(null, null, null, null, null, sort, page, size, after);
    }

    private List<String> names(Boolean live, String category, String tag, String language) {
        var filter = new ChannelFilter(live, category, tag, language, null, ChannelSort.NEWEST, 0, 20, null);
        return list(filter).items().stream().map(ChannelJson::name).toList();
    }

    private Page<ChannelJson> search(String text) {
        return list(ChannelFilter.of(null, null, null, null, text, null, null, null, null));
    }

    private Page<ChannelJson> list(ChannelFilter filter) {
        return database.inTransaction(() -> site.channels.list(filter));
    }
}
