package streaming.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import streaming.account.Accounts;
import streaming.account.SignUp;
import streaming.account.UsernameTaken;
import streaming.caller.Device;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.StreamKeys;
import streaming.event.Outbox;
import streaming.moderation.Bans;
import streaming.shared.Database;
import streaming.signin.Credentials;
import streaming.signin.KnownSignIns;
import streaming.signin.SignInSteps;
import streaming.signin.Tokens;
import streaming.signin.WrongCredentials;

/** What only a container does: transactions across features, facts told after a commit, mappers, real password hashes. */
@ExtendWith(ArquillianExtension.class)
class SliceIT {

    private static final String PASSWORD = "correct horse";

    @Inject
    Accounts accounts;

    @Inject
    SignInSteps steps;

    @Inject
    Tokens tokens;

    @Inject
    KnownSignIns known;

    @Inject
    Channels channels;

    @Inject
    StreamKeys keys;

    @Inject
    Bans bans;

    @Inject
    Outbox outbox;

    @Inject
    UserTransaction transaction;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Deployment
    static WebArchive deployment() {
        return SliceDeployment.war();
    }

    @Test
    void anAccountComesWithItsChannelAndItsKey() {
        signUp("ada");

        var session = steps.byPassword(Credentials.of("ada", PASSWORD), Device.UNKNOWN, true);

        assertThat(channels.get("ada").live()).isFalse();
        assertThat(keys.show(
                        known.findByCookie(session.cookie(), Device.UNKNOWN).orElseThrow(), "ada"))
                .hasSize(32);
    }

    @Test
    void noAccountComesWithoutItsChannel() throws SQLException {
        signUp("grace");
        execute("update channels set name = 'hopper' where name = 'grace'");

        assertThatThrownBy(() -> signUp("hopper")).isInstanceOf(RuntimeException.class);

        assertThat(accounts.findByUsername("hopper")).isEmpty();
    }

    @Test
    void aRefusalReachesTheCallerAsItselfAndRollsBack() {
        signUp("linus");

        assertThatThrownBy(() -> signUp("linus")).isInstanceOf(UsernameTaken.class);
        assertThatThrownBy(() -> steps.byPassword(Credentials.of("linus", "wrong"), Device.UNKNOWN, true))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheSignIn() throws SQLException {
        signUp("barbara");
        var first = tokens.signIn(Credentials.of("barbara", PASSWORD), Device.UNKNOWN);

        var second = tokens.refresh(first.refreshToken(), Device.UNKNOWN).orElseThrow();
        assertThat(who(second.accessToken())).contains("barbara");
        assertThat(tokens.refresh(first.refreshToken(), Device.UNKNOWN)).isEmpty();

        awaitNobody(second.accessToken());
        assertThat(tokens.refresh(second.refreshToken(), Device.UNKNOWN)).isEmpty();
        assertThat(events("barbara")).contains("signed-in", "refresh-token-reused");
    }

    @Test
    void whatEndsInTheDatabaseEndsOnEveryNodeAlthoughItRemembers() throws SQLException {
        signUp("frances");
        var token = tokens.signIn(Credentials.of("frances", PASSWORD), Device.UNKNOWN)
                .accessToken();
        assertThat(who(token)).contains("frances");

        execute("update accounts set active = false where username = 'frances'");
        awaitNobody(token);
        execute("update accounts set active = true where username = 'frances'");
        execute("update sign_ins set ended_at = now() where account_id in "
                + "(select id from accounts where username = 'frances')");

        awaitNobody(token);
    }

    private Optional<String> who(String accessToken) {
        return known.findByToken(accessToken, Device.UNKNOWN).map(SignedIn::username);
    }

    /** Nodes hear of it within a second; the rest is the test machine's. */
    private void awaitNobody(String accessToken) {
        var end = System.nanoTime() + 10_000_000_000L;
        while (who(accessToken).isPresent() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(who(accessToken)).isEmpty();
    }

    private List<String> events(String username) throws SQLException {
        var events = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select event from audit_log l join accounts a on a.id = l.account_id where username = ?")) {
            statement.setString(1, username);
            var rows = statement.executeQuery();
            while (rows.next()) {
                events.add(rows.getString(1));
            }
        }
        return events;
    }

    @Test
    void aFactIsToldOnceItIsCommittedAndOnlyThen() throws Exception {
        var admin = SignedIn.of(-1, "admin", Role.ADMIN);
        signUp("margaret");

        transaction.begin();
        bans.ban(admin, "margaret");
        transaction.rollback();
        assertThat(outbox.take()).isEmpty();

        bans.ban(admin, "margaret");
        assertThat(outbox.take()).singleElement().satisfies(message -> assertThat(message.getString("banned"))
                .isEqualTo("margaret"));
    }

    @Test
    @RunAsClient
    void refusesInOneForm(@ArquillianResource URL site) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(site + "api/accounts"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"x\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"username\"", "\"field\":\"email\"", "\"field\":\"password\"");
    }

    private void signUp(String username) {
        accounts.signUp(new SignUp(username, username + "@example.org", PASSWORD));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
