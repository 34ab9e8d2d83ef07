package streaming.credential;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import streaming.account.Account;
import streaming.account.AccountChanges;
import streaming.account.Accounts;
import streaming.account.PasswordChanged;
import streaming.account.Passwords;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.limit.FailedAttempts;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.LinkPurpose;
import streaming.mail.MailLinks;
import streaming.mail.Mails;
import streaming.shared.InvalidInput;

/** The password of somebody who is signed in, and knows it. */
@Stateless
public class OwnPassword {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    Accounts accounts;

    @Inject
    AccountChanges changes;

    @Inject
    Passwords passwords;

    @Inject
    MailLinks links;

    @Inject
    Mails mails;

    @Inject
    FailedAttempts attempts;

    @Inject
    Audit audit;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    /**
     * Changes it; every other sign-in ends by {@link PasswordChanged}.
     *
     * @throws WrongPassword if the old one is not the account's
     */
    public void change(SignedIn who, PasswordChange change) {
        InvalidInput.check(validator, change);
        var account = accounts.get(who.id());
        require(account, "oldPassword", change.oldPassword());
        changes.password(account.id(), change.password());
        audit.record("password-changed", account.id(), "");
    }

    /**
     * Asks once more for the password, before something that a found laptop must not do.
     *
     * @throws WrongPassword if this is another, about the field it was typed into
     * @throws TooManyFailures too many were wrong
     */
    public void require(Account account, String field, String password) {
        var subject = "own password of " + account.id(); // whoever found a session must not guess here
        attempts.check(subject);
        if (!passwords.verify(password, account)) {
            attempts.failed(subject, account.id());
            audit.refusal("password-refused", account.id(), field);
            throw new WrongPassword(field);
        }
        attempts.forget(subject);
    }

    /** However it came about: links to choose another are dead, and the owner is told. */
    public void tell(@Observes PasswordChanged changed) {
        links.drop(changed.accountId(), LinkPurpose.RESET_PASSWORD);
        var account = accounts.get(changed.accountId());
        mails.write(Letter.of(LetterKind.PASSWORD_CHANGED, account.email())
                .with("username", account.username())
                .with("at", TIME.format(clock.instant()))
                .with("link", PasswordResets.REQUEST_PAGE));
    }
}
