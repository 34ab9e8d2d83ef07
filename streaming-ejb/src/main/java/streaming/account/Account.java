package streaming.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import streaming.caller.Role;

/** Somebody with a name here. Names are lower case; the unique indexes of V1__accounts.sql decide a race for one. */
@Entity
@Table(name = "accounts")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username;
    private String email;
    private Instant emailConfirmedAt;
    private String passwordHash;
    private boolean staff;
    private boolean moderator;
    private boolean admin;
    private boolean active = true;
    private Instant bannedAt;
    private Instant joinedAt;
    private Instant lastLogin;

    protected Account() {} // for JPA

    Account(String username, String email, String passwordHash, Instant now) {
        this.username = normal(username);
        this.email = email.strip();
        this.passwordHash = passwordHash;
        this.joinedAt = now;
    }

    /** The one form of a name, however it was typed. */
    public static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the account may do anything at all: sign in, publish, write. */
    public boolean inGoodStanding() {
        return active && bannedAt == null;
    }

    /** Its owner proved that mail to the address arrives; the first time stays. */
    void confirmEmail(Instant now) {
        emailConfirmedAt = emailConfirmedAt == null ? now : emailConfirmedAt;
    }

    /** Takes another address, which nobody has confirmed yet. */
    void changeEmail(String address) {
        email = address.strip();
        emailConfirmedAt = null;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    /** Notes a sign-in. */
    public void signedIn(Instant now) {
        lastLogin = now;
    }

    /** Shuts the account out; the first ban's time stays. */
    public void ban(Instant now) {
        bannedAt = bannedAt == null ? now : bannedAt;
    }

    public void liftBan() {
        bannedAt = null;
    }

    /** Lets the account do things again. */
    public void activate() {
        active = true;
    }

    /** Keeps the account from doing anything, until it is activated. */
    public void deactivate() {
        active = false;
    }

    /** From now on the account is this, and nothing else; everybody is a viewer. */
    public void takeRoles(Set<Role> roles) {
        moderator = roles.contains(Role.MODERATOR);
        staff = roles.contains(Role.STAFF);
        admin = roles.contains(Role.ADMIN);
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String email() {
        return email;
    }

    public boolean isEmailConfirmed() {
        return emailConfirmedAt != null;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Whether it can be signed in to by password: who came by a provider has none until they set one. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    /** What the account is on this site. */
    public Set<Role> roles() {
        var roles = EnumSet.of(Role.VIEWER);
        if (moderator) {
            roles.add(Role.MODERATOR);
        }
        if (staff) {
            roles.add(Role.STAFF);
        }
        if (admin) {
            roles.add(Role.ADMIN);
        }
        return roles;
    }

    public void grant(Role role) {
        is(role, true);
    }

    public void revoke(Role role) {
        is(role, false);
    }

    private void is(Role role, boolean held) {
        switch (role) {
            case VIEWER -> throw new IllegalArgumentException("Everybody is a viewer");
            case MODERATOR -> moderator = held;
            case STAFF -> staff = held;
            case ADMIN -> admin = held;
        }
    }

    public boolean isStaff() {
        return staff;
    }

    public boolean isAdmin() {
        return admin;
    }

    public boolean isActive() {
        return active;
    }

    public Instant bannedAt() {
        return bannedAt;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    public Instant lastLogin() {
        return lastLogin;
    }
}
