package streaming.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.catalog.CatalogOnTest.ADMIN;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.caller.AdminRequired;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;
import streaming.channel.ChannelEdit;
import streaming.channel.ChannelJson;
import streaming.channel.ChannelsOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

/** What admins make of categories and tags, and what becomes of the channels that have them. */
class CatalogTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Map<String, Account> owners = new HashMap<>();
    ChannelsOnTest site;
    Categories categories;
    Tags tags;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        categories = CatalogOnTest.categories(database, clock);
        tags = CatalogOnTest.tags(database, clock);
        run(() -> categories.add(ADMIN, "Games"));
        run(() -> categories.add(ADMIN, "Gamés & more"));
        stream("ada", "games", List.of("chess", "go"));
        stream("bob", "games-more", List.of("go", "shogi"));
    }

    @Test
    void listsWhatThereIsWithItsChannels() {
        assertThat(run(() -> categories.list()))
                .containsExactly(category("games", "Games", 1), category("games-more", "Gamés & more", 1));
        var page = run(() -> tags.list("", 0, 2));
        assertThat(page.items()).containsExactly(new TagJson("go", 2, 0), new TagJson("chess", 1, 0));
        assertThat(page.total()).isEqualTo(3);
        assertThat(run(() -> tags.list("sho", 0, 20)).items()).hasSize(1);
    }

    @Test
    void renames() {
        run(() -> categories.rename(ADMIN, "games", "Play"));
        run(() -> tags.rename(ADMIN, "go", "Baduk"));

        assertThat(channel("ada").categoryName()).isEqualTo("Play");
        assertThat(channel("ada").category()).isEqualTo("games");
        assertThat(channel("ada").tags()).containsExactly("chess", "baduk");
        assertThatThrownBy(() -> run(() -> categories.rename(ADMIN, "games-more", "play")))
                .isInstanceOf(CategoryTaken.class);
        assertThatThrownBy(() -> run(() -> tags.rename(ADMIN, "chess", "baduk")))
                .isInstanceOf(TagTaken.class);
        assertThatThrownBy(() -> run(() -> tags.rename(ADMIN, "chess", "a b?"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void merges() {
        run(() -> categories.merge(ADMIN, "games-more", "games"));
        run(() -> tags.merge(ADMIN, "shogi", "go"));

        assertThat(channel("bob").category()).isEqualTo("games");
        assertThat(channel("bob").tags()).containsExactly("go");
        assertThat(run(() -> categories.list())).containsExactly(category("games", "Games", 2));
        stream("eve", "games-more", List.of("shogi", "go"));
        assertThat(channel("eve").category()).isEqualTo("games");
        assertThat(channel("eve").tags()).containsExactly("go");
        assertThatThrownBy(() -> run(() -> categories.merge(ADMIN, "games", "games")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> run(() -> tags.merge(ADMIN, "go", "shogi"))).isInstanceOf(NoSuchTag.class);
    }

    @Test
    void countsChannelsWhateverBecomesOfThem() {
        run(() -> tags.rename(ADMIN, "go", "baduk"));
        stream("bob", "games", List.of("baduk", "chess"));
        run(() -> categories.merge(ADMIN, "games-more", "games"));
        run(() -> tags.merge(ADMIN, "chess", "baduk"));
        assertCounted();
        run(() -> database.entityManager()
                .createNativeQuery("delete from accounts where username = 'ada'")
                .executeUpdate());
        assertCounted();
        stream("bob", "", List.of());
        assertCounted();
        assertThat(run(() -> tags.list("", 0, 20)).items()).isEmpty();
    }

    @Test
    void countsChannelsThatChangeAtTheSameTime() {
        var change = "update channels set tags = case when 'go' = any(tags) then array['shogi', 'chess']"
                + " else array['chess', 'go'] end, category_id = (select min(id) + %s %% 2 from categories) where name = '%s'";
        var all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try (var connection = database.dataSource().getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(change.formatted(i, i % 3 == 0 ? "ada" : "bob"));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertCounted();
    }

    private void assertCounted() {
        assertThat(database.count("""
                select count(*) from categories g
                where channels <> (select count(*) from channels c where c.category_id = g.id)""")).isZero();
        assertThat(database.count("""
                select count(*) from tags t
                where channels <> (select count(*) from channels c where c.tags @> array[t.name])""")).isZero();
    }

    @Test
    void hidesAndShowsAgain() {
        run(() -> categories.hide(ADMIN, "games", true));
        run(() -> tags.hide(ADMIN, "go", true));

        assertThat(channel("ada").category()).isNull();
        assertThat(channel("ada").tags()).containsExactly("chess");
        assertThat(run(() -> tags.list("", 0, 20)).total()).isEqualTo(2);
        assertThatThrownBy(() -> stream("eve", null, List.of("go"))).isInstanceOf(InvalidInput.class);
        assertThat(run(() -> tags.search(ADMIN, "g", 9))).containsExactly(tag("go", true, 2), tag("shogi", false, 1));

        run(() -> categories.hide(ADMIN, "games", false));
        run(() -> tags.hide(ADMIN, "go", false));

        assertThat(channel("ada").category()).isEqualTo("games");
        assertThat(channel("ada").tags()).containsExactly("chess", "go");
    }

    @Test
    void isForAdminsAndToBeSeenByStaff() {
        var staff = SignedIn.of(-2, "sue", Role.STAFF);
        var viewer = SignedIn.of(-3, "max");

        assertThat(run(() -> categories.all(staff))).hasSize(2);
        assertThatThrownBy(() -> categories.all(viewer)).isInstanceOf(StaffRequired.class);
        assertThatThrownBy(() -> tags.search(viewer, "", 9)).isInstanceOf(StaffRequired.class);
        assertThatThrownBy(() -> categories.add(staff, "Mine")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> categories.merge(staff, "games", "games-more")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> tags.hide(staff, "go", true)).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> categories.hide(ADMIN, "none", true)).isInstanceOf(NoSuchCategory.class);
        assertThatThrownBy(() -> categories.add(ADMIN, " ! ")).isInstanceOf(InvalidInput.class);
    }

    private void stream(String name, String category, List<String> names) {
        var owner = owners.computeIfAbsent(name, site::signUp);
        run(() -> site.channels.edit(ChannelsOnTest.signedIn(owner), name, ChannelEdit.stream(null, category, names)));
    }

    private ChannelJson channel(String name) {
        return run(() -> site.channels.get(name));
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return database.inTransaction(work);
    }

    private void run(Runnable work) {
        database.inTransaction(work);
    }

    private static CategoryJson category(String slug, String name, long channels) {
        return new CategoryJson(slug, name, channels, 0, "/images/category/%s.svg".formatted(slug));
    }

    private static CatalogEntry tag(String name, boolean hidden, long channels) {
        return new CatalogEntry(name, name, hidden, channels, null);
    }
}
