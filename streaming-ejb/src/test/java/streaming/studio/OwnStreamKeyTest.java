package streaming.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.AccountsOnTest;
import streaming.audience.AudienceOnTest;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.channel.ChannelsOnTest;
import streaming.credential.OwnPasswordOnTest;
import streaming.credential.WrongPassword;
import streaming.factor.FactorsOnTest;
import streaming.factor.WrongCode;
import streaming.limit.LimitsOnTest;
import streaming.limit.TooManyFailures;
import streaming.shared.TestClock;
import streaming.signin.CodeGuessesOnTest;

class OwnStreamKeyTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final OwnStreamKey ownKey = new OwnStreamKey();
    ChannelsOnTest site;
    FactorsOnTest factors;
    Account ada;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        var audit = AuditOnTest.audit(database, clock, new Caller());
        factors = new FactorsOnTest(database, clock, site.accounts, audit);
        ownKey.accounts = site.accounts;
        ownKey.password = OwnPasswordOnTest.ownPassword(database, clock, audit);
        ownKey.factors = factors.secondFactors;
        ownKey.codes =
                CodeGuessesOnTest.codes(factors.secondFactors, LimitsOnTest.attempts(database, clock, new Caller()));
        ownKey.keys = site.keys;
        ada = site.signUp("ada");
    }

    @Test
    void showsTheKeyForThePassword() {
        assertThat(show(AccountsOnTest.PASSWORD, "")).isEqualTo(site.keyOf(ada).text());
        assertThatThrownBy(() -> show("another", "")).isInstanceOf(WrongPassword.class);
    }

    @Test
    void showsItForACodeOfTheAppOnce() {
        factors.setUpApp(signedIn(ada));
        clock.advance(Duration.ofSeconds(30));
        var code = factors.code(ada.id());

        assertThat(show("", code)).isEqualTo(site.keyOf(ada).text());
        assertThatThrownBy(() -> show("", code)).isInstanceOf(WrongCode.class);
    }

    @Test
    void doesNotLetCodesBeGuessed() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> show("", "000000")).isInstanceOf(WrongCode.class);
        }

        assertThatThrownBy(() -> show("", "000000")).isInstanceOf(TooManyFailures.class);
    }

    private String show(String password, String code) {
        return database.inTransaction(() -> ownKey.show(signedIn(ada), null, password, code));
    }
}
