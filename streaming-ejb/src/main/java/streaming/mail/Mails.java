package streaming.mail;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import streaming.account.AccountDeleted;
import streaming.shared.Seal;

/** The mails on their way. A letter is written in the transaction that has a reason for it: both happen or none. */
@Stateless
public class Mails {

    /** So many an hour somebody gets at most, whoever asks for them. */
    static final int MOST_AN_HOUR = 10;

    private static final String SEAL = "mail";
    private static final int SKIP_LOCKED = -2; // Hibernate's, for PostgreSQL's "skip locked"
    private static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    MailComposer composer;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Sends the letter once this transaction has committed. One to an address that gets too many is not sent. */
    public void write(Letter letter) {
        if (lastHour(letter.recipient()) >= MOST_AN_HOUR) {
            return;
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        var message = composer.compose(id, letter, now).getBytes(StandardCharsets.US_ASCII);
        entityManager.persist(new Mail(id, letter, seal.seal(SEAL, message), now));
    }

    private long lastHour(String recipient) {
        return entityManager
                .createQuery(
                        "select count(m) from Mail m where lower(m.recipient) = :recipient and m.createdAt > :since",
                        Long.class)
                .setParameter("recipient", recipient.toLowerCase(Locale.ROOT))
                .setParameter("since", clock.instant().minus(Duration.ofHours(1)))
                .getSingleResult();
    }

    /**
     * The mail that waits longest, for this node to send; what other nodes take at the same time is passed over.
     *
     * @return empty if none is due, or the one that is was sealed with a secret that the site does not have any more
     */
    public Optional<DueMail> claim() {
        var now = clock.instant();
        var due = findDue(now);
        due.ifPresent(mail -> mail.lease(now));
        try {
            return due.map(this::open);
        } catch (IllegalStateException unreadable) {
            due.orElseThrow().failed(now, unreadable.getMessage(), true);
            return Optional.empty();
        }
    }

    private DueMail open(Mail mail) {
        var message = new String(seal.open(SEAL, mail.content()), StandardCharsets.US_ASCII);
        return new DueMail(mail.id(), mail.kind(), mail.recipient(), message, mail.createdAt(), mail.attempts());
    }

    private Optional<Mail> findDue(Instant now) {
        return entityManager
                .createQuery("""
                        select m from Mail m
                        where m.sentAt is null and m.parkedAt is null and m.dueAt <= :now and m.expiresAt > :now
                        order by m.dueAt
                        """, Mail.class)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public void sent(UUID id) {
        entityManager.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE).sent(clock.instant());
    }

    /**
     * An attempt failed.
     *
     * @param forGood whether another one would fail, too
     * @return whether that was the last attempt
     */
    public boolean failed(UUID id, String reason, boolean forGood) {
        var mail = entityManager.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
        mail.failed(clock.instant(), reason, forGood);
        return mail.isParked();
    }

    /** Who was written to is forgotten with the account; what is on its way still arrives. */
    public void forget(@Observes AccountDeleted deleted) {
        entityManager
                .createQuery("""
                        delete from Mail m
                        where lower(m.recipient) = :recipient and (m.sentAt is not null or m.parkedAt is not null)
                        """)
                .setParameter("recipient", deleted.email().toLowerCase(Locale.ROOT))
                .executeUpdate();
    }

    /** Parks what came too late, and forgets what is a week old: called by the clock. */
    public int purge() {
        entityManager.createQuery("""
                        update Mail m set m.parkedAt = :now, m.reason = concat('too late; ', m.reason)
                        where m.sentAt is null and m.parkedAt is null and m.expiresAt <= :now
                        """).setParameter("now", clock.instant()).executeUpdate();
        return entityManager
                .createQuery("delete from Mail m where m.createdAt < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
