package streaming.passkey;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A public key whose other half a device of the account's owner keeps: a credential record (WebAuthn §4). */
@Entity
@Table(name = "passkeys")
public class Passkey {

    static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long accountId;
    private byte[] credentialId;
    private byte[] credential;
    private String name;
    private String transports;
    private long signCount;
    private boolean backupEligible;
    private boolean backedUp;
    private Instant createdAt;
    private Instant lastUsedAt;

    protected Passkey() {} // for JPA

    Passkey(long accountId, String name, NewCredential made, Instant now) {
        this.accountId = accountId;
        this.name = name;
        this.credentialId = made.id();
        this.credential = made.attested();
        this.transports = String.join(" ", new TreeSet<>(made.transports()));
        this.signCount = made.signCount();
        this.backupEligible = made.backupEligible();
        this.backedUp = made.backedUp();
        this.createdAt = now;
    }

    /** Notes a use; a device that counts its uses must count on, see {@link PasskeyCeremonies#authenticate}. */
    void use(long newSignCount, boolean nowBackedUp, Instant now) {
        signCount = newSignCount;
        backedUp = nowBackedUp;
        lastUsedAt = now;
    }

    public long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    byte[] credentialId() {
        return credentialId;
    }

    byte[] credential() {
        return credential;
    }

    Set<String> transports() {
        return transports.isEmpty() ? Set.of() : Set.of(transports.split(" "));
    }

    long signCount() {
        return signCount;
    }

    boolean backupEligible() {
        return backupEligible;
    }

    boolean backedUp() {
        return backedUp;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
