package streaming.factor;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import streaming.account.Accounts;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.Mails;

/** Tells owners by mail what changed of how they sign in: if it was not them, they should know. */
@Stateless
public class FactorNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    Accounts accounts;

    @Inject
    Mails mails;

    @Inject
    Clock clock;

    public void tell(@Observes SecondFactorChanged changed) {
        var account = accounts.get(changed.accountId());
        mails.write(Letter.of(LetterKind.SECOND_FACTOR_CHANGED, account.email())
                .with("username", account.username())
                .with("change", changed.change())
                .with("at", TIME.format(clock.instant()))
                .with("link", "/settings/security"));
    }
}
