package streaming.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way. Whoever sends it has it on lease, see V6__mail.sql; what it says is sealed, and goes once it is
 * sent.
 */
@Entity
@Table(name = "mails")
public class Mail {

    /** Longer than a send may take, see {@link SmtpServer}. */
    static final Duration LEASE = Duration.ofMinutes(5);

    static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    private String kind;
    private String recipient;
    private byte[] content;
    private Instant createdAt;
    private Instant dueAt;
    private Instant expiresAt;
    private int attempts;
    private Instant sentAt;
    private Instant parkedAt;
    private String reason = "";

    protected Mail() {} // for JPA

    Mail(UUID id, Letter letter, byte[] content, Instant now) {
        this.id = id;
        this.kind = letter.kind().template();
        this.recipient = letter.recipient();
        this.content = content;
        this.createdAt = now;
        this.dueAt = now;
        this.expiresAt = now.plus(letter.kind().use());
    }

    /** Somebody is about to send it: nobody else does meanwhile. */
    void lease(Instant now) {
        attempts++;
        dueAt = now.plus(LEASE);
    }

    void sent(Instant now) {
        sentAt = now;
        parkedAt = null;
        content = null;
    }

    /** It comes again after 30 s, 2 min, 8 min …; after so many attempts, or when that is no use, it is parked. */
    void failed(Instant now, String why, boolean forGood) {
        if (sentAt != null) {
            return; // another node had it, too, and succeeded
        }
        reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        if (forGood || attempts >= MOST_ATTEMPTS) {
            parkedAt = now;
        } else {
            dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << (2 * (attempts - 1))));
        }
    }

    boolean isParked() {
        return parkedAt != null;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    byte[] content() {
        return content;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    int attempts() {
        return attempts;
    }

    /** Why the last attempt failed; empty where none did. */
    String reason() {
        return reason;
    }
}
