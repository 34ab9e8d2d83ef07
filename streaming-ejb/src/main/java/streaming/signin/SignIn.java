package streaming.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import streaming.account.Account;
import streaming.caller.Device;
import streaming.caller.Scope;
import streaming.shared.Secret;

/**
 * Somebody is signed in: with a browser, a program, or by a personal token. Ended, it is never good again. A node that
 * remembers it is told by a trigger of V5__sign_ins.sql.
 */
@Entity
@Table(name = "sign_ins")
public class SignIn {

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @Enumerated(EnumType.STRING)
    private SignInKind kind;

    private String name = "";
    private String scopes = "";

    @SuppressWarnings("unused") // read by SignIns.use
    private byte[] secretHash;

    private String userAgent;
    private String address;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;
    private Instant endedAt;

    protected SignIn() {} // for JPA

    private SignIn(Account account, SignInKind kind, Secret secret, Device device, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.kind = kind;
        this.secretHash = secret == null ? null : secret.hash();
        this.userAgent = device.userAgent();
        this.address = device.address();
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = expiresAt;
    }

    static SignIn ofBrowser(Account account, Secret secret, Device device, Instant now, Instant expiresAt) {
        return new SignIn(account, SignInKind.SITE, secret, device, now, expiresAt);
    }

    static SignIn ofProgram(Account account, Device device, Instant now) {
        return new SignIn(account, SignInKind.API, null, device, now, now.plus(SignInKind.API.longest()));
    }

    static SignIn personal(
            Account account, String name, Set<Scope> scopes, Secret secret, Device device, Instant now, Instant end) {
        var signIn = new SignIn(account, SignInKind.PERSONAL, secret, device, now, end);
        signIn.name = name.strip();
        signIn.scopes = Scope.join(scopes);
        return signIn;
    }

    /** Once more for as long as its kind may; where it was refreshed from is where it is used. */
    void refresh(Device device, Instant now) {
        userAgent = device.userAgent();
        address = device.address();
        lastUsedAt = now;
        expiresAt = now.plus(kind.longest());
    }

    void end(Instant now) {
        endedAt = endedAt == null ? now : endedAt;
    }

    boolean isGood(Instant now) {
        return endedAt == null && now.isBefore(expiresAt) && account.inGoodStanding();
    }

    public UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    SignInKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return kind == SignInKind.PERSONAL ? Scope.split(scopes) : Scope.ALL;
    }

    String userAgent() {
        return userAgent;
    }

    String address() {
        return address;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
