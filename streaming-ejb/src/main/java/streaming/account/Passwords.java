package streaming.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import streaming.shared.Secret;

/** Hashes passwords with Jakarta Security's PBKDF2. */
@ApplicationScoped
public class Passwords {

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    private String hashOfNobody;

    /** OWASP's figure for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet). */
    @PostConstruct
    void configure() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", "210000"));
        hashOfNobody = hash(Secret.random().text());
    }

    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Whether this is the account's password; an account without one takes as long. */
    public boolean verify(String password, Account account) {
        return verify(password, account.hasPassword() ? account.passwordHash() : hashOfNobody) && account.hasPassword();
    }

    /** Whether this is the password of a hash. */
    public boolean verify(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /** Takes as long as for somebody, so that the time does not tell which names exist. */
    public void verifyAgainstNobody(String password) {
        verify(password, hashOfNobody);
    }
}
