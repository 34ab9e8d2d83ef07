package streaming.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.Page;
import streaming.shared.TestClock;

class ChannelsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    ChannelsOnTest site;
    Account ada;

    @BeforeEach
    void signUp() {
        site = new ChannelsOnTest(database, clock, audience.audience());
        ada = site.signUp("ada");
    }

    @Test
    void everyAccountHasAChannelAndAKey() {
        var channel = database.inTransaction(() -> site.channels.get("ada"));

        assertThat(channel.live()).isFalse();
        assertThat(channel.hlsUrl()).isEqualTo("/live/ada/index.m3u8");
        assertThat(site.keyOf(ada).text()).hasSize(32);
    }

    @Test
    void showsAKeyToItsOwnerAlone() {
        var grace = site.signUp("grace");

        assertThatThrownBy(() -> site.keys.show(signedIn(grace), "ada")).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> site.keys.replace(signedIn(grace), "ada", true)))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> site.keys.show(signedIn(grace), "nobody")).isInstanceOf(NoSuchChannel.class);
    }

    @Test
    void replacesAKey() {
        var old = site.keyOf(ada);

        var replaced = database.inTransaction(() -> site.keys.replace(signedIn(ada), "ada", true));

        assertThat(replaced).isNotEqualTo(old.text());
        assertThat(site.keyOf(ada).text()).isEqualTo(replaced);
        assertThat(site.replacements.fired()).containsExactly(new StreamKeyReplaced("ada", true));
        assertThat(database.count("select count(*) from stream_keys")).isEqualTo(1);
    }

    @Test
    void changesWhatAnEditNamesAndLeavesTheRest() {
        edit(new ChannelEdit("Bread", "I bake.", "de"));

        var channel = edit(new ChannelEdit("Cake", null, null));

        assertThat(List.of(channel.title(), channel.bio(), channel.language()))
                .containsExactly("Cake", "I bake.", "de");
        assertThat(site.edits.fired()).last().isEqualTo(new ChannelEdited(channel));
    }

    @Test
    void refusesAnEditThatBreaksARuleOrIsNotTheOwners() {
        var grace = site.signUp("grace");

        assertThatThrownBy(() -> edit(new ChannelEdit("x".repeat(101), null, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> edit(new ChannelEdit(null, null, "English"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> database.inTransaction(
                        () -> site.channels.edit(signedIn(grace), "ada", new ChannelEdit("Mine", null, null))))
                .isInstanceOf(NotYourChannel.class);
    }

    @Test
    void listsTheMostWatchedFirst() {
        site.signUp("grace");
        site.signUp("linus");
        audience.watch(Map.of("grace", 5, "linus", 9));

        var page = list(new ChannelFilter(null, null, null, null, null, ChannelSort.VIEWERS, 0, 2, null));

        assertThat(page.items()).extracting(ChannelJson::name).containsExactly("linus", "grace");
        assertThat(page.items()).extracting(ChannelJson::viewers).containsExactly(9, 5);
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void findsByNameOrTitleAndTakesWildcardsForWhatTheyAre() {
        edit(new ChannelEdit("100% bread", null, "de"));
        site.signUp("grace");

        assertThat(names("BREAD")).containsExactly("ada");
        assertThat(names("rac")).containsExactly("grace");
        assertThat(names("%")).containsExactly("ada");
        assertThat(names("_")).isEmpty();
        assertThat(list(new ChannelFilter(null, null, null, "de", null, ChannelSort.NEWEST, 0, 20, null))
                        .items())
                .extracting(ChannelJson::name)
                .containsExactly("ada");
        assertThat(list(new ChannelFilter(true, null, null, null, null, ChannelSort.NEWEST, 0, 20, null))
                        .items())
                .isEmpty();
    }

    private ChannelJson edit(ChannelEdit edit) {
        return database.inTransaction(() -> site.channels.edit(signedIn(ada), "ada", edit));
    }

    private List<String> names(String text) {
        return list(new ChannelFilter(false, null, null, null, text, ChannelSort.NEWEST, 0, 20, null)).items().stream()
                .map(ChannelJson::name)
                .toList();
    }

    private Page<ChannelJson> list(ChannelFilter filter) {
        return database.inTransaction(() -> site.channels.list(filter));
    }
}
