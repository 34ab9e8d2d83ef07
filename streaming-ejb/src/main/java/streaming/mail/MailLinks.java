package streaming.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import streaming.shared.Secret;

/** Links in letters. Looking at one changes nothing, since programs that check mail do so; using it ends it. */
@Stateless
public class MailLinks {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Mails mails;

    @Inject
    Clock clock;

    /**
     * Mails a link. Earlier ones go on working: else a stranger who asks for one would kill them.
     *
     * @param page the path that takes it as {@code token}
     */
    public void send(LinkPurpose purpose, long accountId, String username, String email, String page) {
        var secret = Secret.random();
        entityManager.persist(new MailLink(secret, purpose, accountId, email, clock.instant()));
        mails.write(
                Letter.of(purpose.letter(), email).with("username", username).withLink(page, secret));
    }

    /**
     * Looks at a link.
     *
     * @throws DeadLink if it is used, expired or none, or for something else
     */
    public MailLink get(Secret secret, LinkPurpose... purposes) {
        return good(entityManager.find(MailLink.class, secret.hash()), purposes);
    }

    /**
     * Uses a link up, and with it the account's others of its purpose; of two who come at once, one gets it.
     *
     * @throws DeadLink if it is used, expired or none, or for something else
     */
    public MailLink use(Secret secret, LinkPurpose... purposes) {
        var link = good(entityManager.find(MailLink.class, secret.hash(), LockModeType.PESSIMISTIC_WRITE), purposes);
        drop(link.accountId(), link.purpose());
        return link;
    }

    private MailLink good(MailLink link, LinkPurpose... purposes) {
        if (link == null
                || link.isExpired(clock.instant())
                || !List.of(purposes).contains(link.purpose())) {
            throw new DeadLink();
        }
        return link;
    }

    /** Ends the account's links of these purposes. */
    public void drop(long accountId, LinkPurpose... purposes) {
        entityManager
                .createQuery("delete from MailLink l where l.accountId = :account and l.purpose in :purposes")
                .setParameter("account", accountId)
                .setParameter("purposes", List.of(purposes))
                .executeUpdate();
    }

    /** Drops what expired: called by the clock. */
    public int purge() {
        return entityManager
                .createQuery("delete from MailLink l where l.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
