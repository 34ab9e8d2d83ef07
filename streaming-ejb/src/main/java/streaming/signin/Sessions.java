package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import streaming.account.Account;
import streaming.caller.Device;
import streaming.shared.Secret;

/** Sign-ins of the site, by cookie. They live in the database, so they hold on every node and survive a restart. */
@Stateless
public class Sessions {

    /** The name of the cookie that bears a session. */
    public static final String COOKIE = "streaming_session";

    /** How long a browser is remembered that asked for it. */
    public static final Duration REMEMBERED = SignInKind.SITE.longest();

    /** How long a session holds at most that ends with the browser. */
    static final Duration UNTIL_CLOSED = Duration.ofHours(24);

    @Inject
    SignIns signIns;

    @Inject
    Clock clock;

    /**
     * Signs a browser in as somebody who has proved who they are, by a second factor, too, if they have one; see
     * {@link SignInSteps}.
     *
     * @return the cookie's value
     */
    public String open(Account account, Device device, boolean remember) {
        var secret = Secret.random();
        var now = clock.instant();
        var until = now.plus(remember ? REMEMBERED : UNTIL_CLOSED);
        return new Proof(
                        signIns.open(SignIn.ofBrowser(account, secret, device, now, until))
                                .id(),
                        secret)
                .text();
    }
}
