package streaming.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import streaming.shared.Secret;

/** Trades once for new tokens of its sign-in. */
@Entity
@Table(name = "refresh_tokens")
public class RefreshToken {

    @Id
    private byte[] hash;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SignIn signIn;

    private Instant expiresAt;
    private Instant usedAt;

    protected RefreshToken() {} // for JPA

    RefreshToken(Secret secret, SignIn signIn) {
        this.hash = secret.hash();
        this.signIn = signIn;
        this.expiresAt = signIn.expiresAt();
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

    SignIn signIn() {
        return signIn;
    }
}
