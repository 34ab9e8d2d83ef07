package streaming.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import streaming.account.Account;
import streaming.shared.Secret;

/** The password was right, and a second factor is asked for: it is no sign-in yet, and opens nothing. */
@Entity
@Table(name = "pending_sign_ins")
public class PendingSignIn {

    /** How many codes may be tried. */
    static final int ATTEMPTS = 5;

    @Id
    private byte[] secretHash;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    private boolean remember;
    private int attempts;
    private Instant expiresAt;

    protected PendingSignIn() {} // for JPA

    PendingSignIn(Account account, boolean remember, Secret secret, Instant expiresAt) {
        this.account = account;
        this.remember = remember;
        this.secretHash = secret.hash();
        this.expiresAt = expiresAt;
    }

    boolean isGood(Instant now) {
        return attempts < ATTEMPTS && now.isBefore(expiresAt) && account.inGoodStanding();
    }

    /** Counts a code that is tried. */
    void attempt() {
        attempts++;
    }

    Account account() {
        return account;
    }

    boolean remember() {
        return remember;
    }
}
