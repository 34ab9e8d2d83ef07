package streaming.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.AccountDeleted;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.account.Profiles;
import streaming.account.ProfilesOnTest;
import streaming.account.SignUp;
import streaming.account.UsernameTaken;
import streaming.audience.AudienceOnTest;
import streaming.audit.AuditOnTest;
import streaming.broadcast.BroadcastsOnTest;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.chat.ChatHistory;
import streaming.chat.ChatHistoryOnTest;
import streaming.credential.OwnPasswordOnTest;
import streaming.credential.WrongPassword;
import streaming.image.ImageDropped;
import streaming.image.ImageShape;
import streaming.image.ImagesOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class PrivacyTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Caller caller = new Caller();
    final RecordedEvents<AccountDeleted> deleted = new RecordedEvents<>();
    final RecordedEvents<ImageDropped> dropped = new RecordedEvents<>();
    final AccountDeletion deletion = new AccountDeletion();
    final PersonalData data = new PersonalData();

    Accounts accounts;
    Profiles profiles;
    ChatHistory history;
    SignedIn ada;
    SignedIn grace;

    @BeforeEach
    void open() {
        var config = ProfilesOnTest.config(Map.of());
        accounts = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience()).accounts;
        profiles = ProfilesOnTest.profiles(database, clock, config);
        history = ChatHistoryOnTest.history(database);
        var images = ProfilesOnTest.images(database, clock);

        deletion.entityManager = database.entityManager();
        deletion.accounts = accounts;
        deletion.images = images;
        deletion.retiredNames = ProfilesOnTest.retiredNames(database, clock, config);
        deletion.audit = AuditOnTest.audit(database, clock, caller);
        deletion.password = OwnPasswordOnTest.ownPassword(database, clock, deletion.audit);
        deletion.deleted = deleted;
        deletion.dropped = dropped;

        data.dataSource = database.dataSource();
        data.images = images;
        data.files = ImagesOnTest.files(images);
        data.audit = deletion.audit;

        ada = signUp("ada");
        grace = signUp("grace");
        database.inTransaction(() -> profiles.show(ada.id(), ImageShape.PICTURE, ImagesOnTest.upload()));
        say(1, ada, "Hello");
        say(2, grace, "Hi");
        follow();
        caller.comesFrom(new Device("Firefox", "192.0.2.7"));
        database.inTransaction(() -> deletion.audit.record("signed-in", ada.id(), ""));
    }

    @Test
    void handsOutAllThatIsKeptAboutSomebodyAndNothingOfOthers() throws IOException {
        var zip = export();

        assertThat(json(zip, "account.json").getJsonObject(0).getString("email"))
                .isEqualTo("ada@example.org");
        assertThat(json(zip, "channel.json")).hasSize(1);
        assertThat(json(zip, "chat.json")).singleElement().asString().contains("Hello");
        assertThat(json(zip, "broadcasts.json")).isEmpty();
        assertThat(json(zip, "follows.json")).singleElement().asString().contains("grace");
        assertThat(json(zip, "ratings.json")).singleElement().asString().contains("4");
        assertThat(json(zip, "notifications.json")).singleElement().asString().contains("grace");
        assertThat(json(zip, "digests.json")).hasSize(1);
        assertThat(json(zip, "security-events.json")).asString().contains("192.0.2.7", "data-exported");
        assertThat(zip.keySet()).anyMatch(name -> name.matches("images/[0-9a-f]{32}\\.jpg"));
        assertThat(zip.values()).noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("hash of"));
    }

    @Test
    void writesMoreLinesThanFitOnAPage() throws IOException {
        database.inTransaction(
                () -> database.entityManager().createNativeQuery("""
                        insert into chat_messages (channel_id, seq, id, author_id, text, at)
                        select channel_id, n, gen_random_uuid(), author_id, 'line', at
                        from chat_messages, generate_series(3, 2500) n where seq = 1
                        """).executeUpdate());

        assertThat(json(export(), "chat.json")).hasSize(2499);
    }

    @Test
    void deletesWhatIsTheirOwnAndTakesTheNameOffTheRest() {
        delete(new Farewell("Ada", AccountsOnTest.PASSWORD));

        assertThat(database.count("select count(*) from accounts")).isEqualTo(1);
        assertThat(database.count("select count(*) from channels")).isEqualTo(1);
        assertThat(database.count("select count(*) from images")).isZero();
        assertThat(database.count("select followers + rating_count + rating_sum from channels"))
                .isZero();
        assertThat(database.count("select (select count(*) from notifications) + (select count(*) from digests)"))
                .isZero();
        assertThat(dropped.fired()).hasSize(1);
        assertThat(history.before(graceChannel(), Long.MAX_VALUE, 10))
                .extracting(line -> line.from() + ": " + line.text())
                .containsExactly("deleted: Hello", "grace: Hi");
        assertThat(deleted.fired()).containsExactly(new AccountDeleted(ada.id(), "ada", "ada@example.org"));
    }

    @Test
    void keepsInTheAuditLogThatItHappenedAndForgetsWhere() {
        delete(new Farewell("ada", AccountsOnTest.PASSWORD));

        assertThat(database.count(
                        "select count(*) from audit_log where event = 'account-deleted' and account_id = " + ada.id()))
                .isPositive();
        assertThat(database.count("select count(*) from audit_log where account_id = " + ada.id()
                        + " and (address <> '' or user_agent <> '')"))
                .isZero();
    }

    @Test
    void givesTheNameToNobodyElse() {
        delete(new Farewell("ada", AccountsOnTest.PASSWORD));

        assertThatThrownBy(() -> signUp("ada")).isInstanceOf(UsernameTaken.class);
    }

    @Test
    void deletesNothingWithoutTheNameAndThePassword() {
        assertThatThrownBy(() -> delete(new Farewell("grace", AccountsOnTest.PASSWORD)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> delete(new Farewell("ada", "wrong"))).isInstanceOf(WrongPassword.class);

        assertThat(accounts.findByUsername("ada")).map(Account::id).contains(ada.id());
        assertThat(deleted.fired()).isEmpty();
    }

    private SignedIn signUp(String username) {
        var account = database.inTransaction(
                () -> accounts.signUp(new SignUp(username, username + "@example.org", AccountsOnTest.PASSWORD)));
        return SignedIn.of(account.id(), username);
    }

    /** A line in grace's channel. */
    private void say(int seq, SignedIn who, String text) {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("""
                        insert into chat_messages (channel_id, seq, id, author_id, text, at)
                        values (:channel, :seq, gen_random_uuid(), :author, :text, now())
                        """)
                .setParameter("channel", graceChannel())
                .setParameter("seq", seq)
                .setParameter("author", who.id())
                .setParameter("text", text)
                .executeUpdate());
    }

    /** Ada follows grace's channel, rates it, is told that it is live, and wants to be told by mail, too. */
    private void follow() {
        BroadcastsOnTest.start(database, clock, "grace");
        for (var sql : List.of(
                "insert into follows select :ada, id, now() from channels where name = 'grace'",
                "insert into ratings select :ada, id, 4, now() from channels where name = 'grace'",
                "insert into notifications select :ada, id from broadcasts",
                "insert into digests select :ada, now()")) {
            database.inTransaction(() -> database.entityManager()
                    .createNativeQuery(sql)
                    .setParameter("ada", ada.id())
                    .executeUpdate());
        }
    }

    private long graceChannel() {
        return database.count("select id from channels where name = 'grace'");
    }

    private void delete(Farewell farewell) {
        database.inTransaction(() -> deletion.delete(ada, farewell));
    }

    private Map<String, byte[]> export() throws IOException {
        var out = new ByteArrayOutputStream();
        data.write(ada, out);
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonArray json(Map<String, byte[]> files, String name) {
        try (var reader = Json.createReader(new StringReader(new String(files.get(name), StandardCharsets.UTF_8)))) {
            return reader.readArray();
        }
    }
}
