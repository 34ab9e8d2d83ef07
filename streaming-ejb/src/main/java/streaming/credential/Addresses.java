package streaming.credential;

import static streaming.mail.LinkPurpose.CHANGE_ADDRESS;
import static streaming.mail.LinkPurpose.CONFIRM_ADDRESS;
import static streaming.mail.LinkPurpose.RESET_PASSWORD;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import streaming.account.Account;
import streaming.account.AccountChanges;
import streaming.account.Accounts;
import streaming.account.Passwords;
import streaming.account.SignedUp;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.limit.Limit;
import streaming.limit.Limits;
import streaming.mail.DeadLink;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.MailLink;
import streaming.mail.MailLinks;
import streaming.mail.Mails;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;

/** Addresses of accounts: that mail to them arrives is proved by a link in one. */
@Stateless
public class Addresses {

    /** The page that takes the links. */
    static final String PAGE = "/confirm";

    @Inject
    Accounts accounts;

    @Inject
    AccountChanges changes;

    @Inject
    Passwords passwords;

    @Inject
    OwnPassword password;

    @Inject
    MailLinks links;

    @Inject
    Mails mails;

    @Inject
    Limits limits;

    @Inject
    Audit audit;

    @Inject
    Validator validator;

    public void welcome(@Observes SignedUp signedUp) {
        if (!signedUp.account().isEmailConfirmed()) {
            askToConfirm(signedUp.account());
        }
    }

    /** Mails the link once more; to an address that is confirmed there is nothing to send. */
    public void sendAgain(SignedIn who) {
        var account = accounts.get(who.id());
        if (!account.isEmailConfirmed()) {
            limits.checkMail(account.email());
            askToConfirm(account);
        }
    }

    /** As {@link #sendAgain}, for somebody who cannot sign in before; whether there is an account, only a mail says. */
    public void sendAgain(AddressGiven given) {
        InvalidInput.check(validator, given);
        var address = given.email().strip();
        limits.checkMail(address);
        var account = accounts.findByLogin(address);
        if (account.isEmpty()) {
            mails.write(Letter.of(LetterKind.UNKNOWN_ADDRESS, address).with("link", "/signup"));
        } else if (account.get().isEmailConfirmed()) {
            tellTaken(account.get());
        } else {
            askToConfirm(account.get());
        }
    }

    private void askToConfirm(Account account) {
        links.send(CONFIRM_ADDRESS, account.id(), account.username(), account.email(), PAGE);
        audit.record("address-confirmation-sent", account.id(), "");
    }

    /**
     * Mails a link to the address that the account is to have, which changes nothing yet. Whoever has that address
     * already is told so by mail; whoever asks is not.
     */
    public void requestChange(SignedIn who, AddressChange change) {
        InvalidInput.check(validator, change);
        var account = accounts.get(who.id());
        password.require(account, "currentPassword", change.currentPassword());
        var address = change.email().strip();
        if (address.equalsIgnoreCase(account.email())) {
            throw new InvalidInput("email", "This is your address already.");
        }
        limits.checkMail(address);
        var taken = accounts.findByLogin(address);
        links.drop(account.id(), CHANGE_ADDRESS); // the last wish counts
        if (taken.isPresent()) {
            tellTaken(taken.get());
        } else {
            links.send(CHANGE_ADDRESS, account.id(), account.username(), address, PAGE);
        }
        audit.record("address-change-requested", account.id(), "");
    }

    /** Somebody wanted an account with an address that has one: its owner is told, and nobody else. */
    public void tellTaken(AddressGiven given) {
        passwords.verifyAgainstNobody(""); // a sign-up that succeeds has hashed its password by now
        accounts.findByLogin(given.email().strip())
                .filter(owner -> limits.allows(Limit.MAIL, Account.normal(owner.email())))
                .ifPresent(this::tellTaken);
    }

    private void tellTaken(Account owner) {
        mails.write(Letter.of(LetterKind.ADDRESS_TAKEN, owner.email())
                .with("username", owner.username())
                .with("link", PasswordResets.REQUEST_PAGE));
    }

    /**
     * The address that the link is about.
     *
     * @throws DeadLink if it does not work, or not any more
     */
    public String look(LinkToken token) {
        return links.get(new Secret(token.token()), CONFIRM_ADDRESS, CHANGE_ADDRESS)
                .email();
    }

    /**
     * Uses the link up: the account's address is confirmed, or is the new one from now on.
     *
     * @throws DeadLink if it does not work, or not any more
     * @throws streaming.account.EmailTaken if somebody else has got the new address meanwhile
     */
    public void confirm(LinkToken token) {
        var link = links.use(new Secret(token.token()), CONFIRM_ADDRESS, CHANGE_ADDRESS);
        var account = accounts.get(link.accountId());
        if (link.purpose() == CHANGE_ADDRESS) {
            change(account, link);
        } else if (!link.email().equals(account.email())) {
            throw new DeadLink();
        }
        changes.confirmEmail(account.id());
        audit.record("address-confirmed", account.id(), "");
    }

    private void change(Account account, MailLink link) {
        var old = account.email();
        changes.email(account.id(), link.email());
        links.drop(account.id(), CONFIRM_ADDRESS, RESET_PASSWORD);
        mails.write(Letter.of(LetterKind.ADDRESS_CHANGED, old)
                .with("username", account.username())
                .with("email", link.email()));
        audit.record("address-changed", account.id(), "");
    }
}
