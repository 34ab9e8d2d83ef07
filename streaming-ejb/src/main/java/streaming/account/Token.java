package streaming.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import streaming.shared.Secret;

/** A proof of a sign-in. Tokens of one sign-in are a family: they die together. */
@Entity
@Table(name = "tokens")
public class Token {

    @Id
    private byte[] hash;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @Enumerated(EnumType.STRING)
    private TokenKind kind;

    private UUID family;

    @SuppressWarnings("unused") // for whoever reads the table
    private Instant issuedAt;

    private Instant expiresAt;
    private Instant usedAt;

    protected Token() {} // for JPA

    Token(Secret secret, TokenKind kind, Account account, UUID family, Instant now) {
        this.hash = secret.hash();
        this.kind = kind;
        this.account = account;
        this.family = family;
        this.issuedAt = now;
        this.expiresAt = now.plus(kind.lifetime());
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    Account account() {
        return account;
    }

    TokenKind kind() {
        return kind;
    }

    UUID family() {
        return family;
    }
}
