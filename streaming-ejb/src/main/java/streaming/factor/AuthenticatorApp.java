package streaming.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalLong;

/** An account's authenticator app. It counts once its first code was given; before, its key was only shown. */
@Entity
@Table(name = "authenticator_apps")
public class AuthenticatorApp {

    @Id
    private Long accountId;

    private byte[] sealedKey;
    private Instant startedAt;
    private Instant confirmedAt;
    private long lastStep;

    protected AuthenticatorApp() {} // for JPA

    AuthenticatorApp(long accountId, byte[] sealedKey, Instant now) {
        this.accountId = accountId;
        this.sealedKey = sealedKey;
        this.startedAt = now;
    }

    /** Whether this is a code of the app that was not used before; its step is used from now on. */
    boolean accept(AppKey key, String code, Instant now) {
        OptionalLong step = key.stepOf(code, now, lastStep);
        step.ifPresent(used -> lastStep = used);
        return step.isPresent();
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    void sealAnew(byte[] sealed) {
        sealedKey = sealed;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    long accountId() {
        return accountId;
    }

    byte[] sealedKey() {
        return sealedKey;
    }

    Instant startedAt() {
        return startedAt;
    }
}
