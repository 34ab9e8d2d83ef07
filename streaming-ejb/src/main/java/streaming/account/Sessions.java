package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins of the site. They live in the database, so they hold on every node and survive a restart. */
@Stateless
public class Sessions {

    /** The name of the cookie that bears a session. */
    public static final String COOKIE = "streaming_session";

    public static final Duration LIFETIME = Duration.ofDays(30);

    @Inject
    Accounts accounts;

    @Inject
    Tokens tokens;

    /**
     * Signs in.
     *
     * @return the cookie's value
     * @throws WrongCredentials for an unknown name, a wrong password, a shut account
     */
    public String open(String login, String password) {
        var account = accounts.authenticate(login, password);
        return tokens.issue(TokenKind.SESSION, account, UUID.randomUUID()).text();
    }

    /** Signs out; a value that is no session's changes nothing. */
    public void close(String cookieValue) {
        tokens.revoke(cookieValue);
    }

    public Optional<SignedIn> find(String cookieValue) {
        return tokens.find(cookieValue, TokenKind.SESSION);
    }
}
