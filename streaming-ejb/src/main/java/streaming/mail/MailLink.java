package streaming.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import streaming.shared.Secret;

/** A link that was mailed to an address: who follows it reads the mail there. It works once. */
@Entity
@Table(name = "mail_links")
public class MailLink {

    @Id
    private byte[] hash;

    private long accountId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    private String email;
    private Instant expiresAt;

    protected MailLink() {} // for JPA

    MailLink(Secret secret, LinkPurpose purpose, long accountId, String email, Instant now) {
        this.hash = secret.hash();
        this.accountId = accountId;
        this.purpose = purpose;
        this.email = email;
        this.expiresAt = now.plus(purpose.letter().use());
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public long accountId() {
        return accountId;
    }

    public LinkPurpose purpose() {
        return purpose;
    }

    /** The address that it was mailed to. */
    public String email() {
        return email;
    }
}
