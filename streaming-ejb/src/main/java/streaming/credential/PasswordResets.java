package streaming.credential;

import static streaming.mail.LinkPurpose.RESET_PASSWORD;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import streaming.account.Account;
import streaming.account.AccountChanges;
import streaming.account.Accounts;
import streaming.audit.Audit;
import streaming.limit.Limits;
import streaming.mail.DeadLink;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.MailLinks;
import streaming.mail.Mails;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;
import streaming.signin.SignIns;

/** The way back in for somebody who forgot the password and still gets the account's mail. */
@Stateless
public class PasswordResets {

    static final String REQUEST_PAGE = "/forgot";
    private static final String PAGE = "/reset";

    @Inject
    Accounts accounts;

    @Inject
    AccountChanges changes;

    @Inject
    MailLinks links;

    @Inject
    Mails mails;

    @Inject
    SignIns signIns;

    @Inject
    Limits limits;

    @Inject
    Audit audit;

    @Inject
    Validator validator;

    /**
     * Mails a link, or that there is no account: a letter goes out either way, and the caller learns nothing.
     *
     * @throws TooManyRequests too many mails were asked for
     */
    public void request(AddressGiven given) {
        InvalidInput.check(validator, given);
        var address = given.email().strip();
        limits.checkMail(address);
        var account = accounts.findByLogin(address);
        if (account.isPresent()) {
            send(account.get());
        } else {
            mails.write(Letter.of(LetterKind.UNKNOWN_ADDRESS, address).with("link", "/signup"));
        }
        audit.record("password-reset-requested", account.map(Account::id).orElse(null), "");
    }

    private void send(Account account) {
        links.send(RESET_PASSWORD, account.id(), account.username(), account.email(), PAGE);
    }

    /**
     * The name of the account whose password the link replaces.
     *
     * @throws DeadLink if it does not work, or not any more
     */
    public String look(LinkToken token) {
        return accounts.get(links.get(new Secret(token.token()), RESET_PASSWORD).accountId())
                .username();
    }

    /**
     * Uses the link up: the account has this password, every sign-in of it is over, and its address is confirmed.
     *
     * @throws DeadLink if it does not work, or not any more
     */
    public void reset(PasswordReset reset) {
        InvalidInput.check(validator, reset);
        var link = links.use(new Secret(reset.token()), RESET_PASSWORD);
        changes.password(link.accountId(), reset.password());
        changes.confirmEmail(link.accountId());
        signIns.endAll(link.accountId());
        audit.record("password-reset", link.accountId(), "");
    }
}
