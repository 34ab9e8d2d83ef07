package streaming.ingest;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import streaming.account.Accounts;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.Mails;

/** Tells owners by mail that their key may be in wrong hands. */
@Stateless
public class KeyAlarm {

    @Inject
    Accounts accounts;

    @Inject
    Mails mails;

    public void tell(@Observes SecondAddress alarm) {
        accounts.findByUsername(alarm.channel())
                .ifPresent(owner -> mails.write(Letter.of(LetterKind.KEY_AT_SECOND_ADDRESS, owner.email())
                        .with("username", owner.username())
                        .with("key", alarm.key())
                        .with(
                                "outcome",
                                alarm.takesOver()
                                        ? "They have taken the stream over, as your channel allows."
                                        : "They were refused.")
                        .with("link", "/settings/keys")));
    }
}
