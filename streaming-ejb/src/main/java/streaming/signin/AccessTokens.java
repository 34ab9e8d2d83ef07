package streaming.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import streaming.shared.ServerSecret;

/**
 * Signs and reads access tokens: JWTs (RFC 7519, RFC 9068) under HMAC-SHA256, since the nodes that read them are those
 * that sign them. The key is derived from the site's secret anew each day (UTC); {@code kid} names the day and the
 * secret. So keys rotate by themselves, and a new secret signs nobody out while the previous one is named.
 */
@ApplicationScoped
public class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String SIGN_IN = "sid";
    private static final int LONGEST = 1000;

    @Inject
    ServerSecret serverSecret;

    @Inject
    Clock clock;

    private final Map<LocalDate, List<Key>> keysOfDays = new ConcurrentHashMap<>();

    /** A key and the name that tokens call it by. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Key(String id, byte[] bytes) {}

    String issue(SignIn signIn) {
        var now = clock.instant();
        var key = keys(now).get(0);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(TYPE)
                        .keyID(key.id())
                        .build(),
                new JWTClaimsSet.Builder()
                        .subject(Long.toString(signIn.account().id()))
                        .claim(SIGN_IN, signIn.id().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .build());
        try {
            token.sign(new MACSigner(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
        return token.serialize();
    }

    /** The sign-in that the token is of; empty if we did not sign it or it expired. */
    Optional<UUID> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(text);
            var header = token.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
                return Optional.empty();
            }
            var key = key(header.getKeyID());
            if (key.isEmpty() || !token.verify(new MACVerifier(key.get().bytes()))) {
                return Optional.empty();
            }
            var claims = token.getJWTClaimsSet();
            return clock.instant().isBefore(claims.getExpirationTime().toInstant())
                    ? Optional.of(UUID.fromString(claims.getStringClaim(SIGN_IN)))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty(); // none of ours
        }
    }

    private Optional<Key> key(String id) {
        var now = clock.instant();
        return Stream.of(now, now.minus(LIFETIME))
                .flatMap(time -> keys(time).stream())
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    /** The keys of the day: of the secret, then of the previous one. */
    private List<Key> keys(Instant time) {
        var day = time.atOffset(ZoneOffset.UTC).toLocalDate();
        keysOfDays.keySet().removeIf(other -> other.isBefore(day.minusDays(1)));
        return keysOfDays.computeIfAbsent(day, this::derive);
    }

    private List<Key> derive(LocalDate day) {
        return serverSecret.keysFor("access-tokens " + day).stream()
                .map(bytes -> new Key(day + "-" + HexFormat.of().formatHex(fingerprint(bytes)), bytes))
                .toList();
    }

    private static byte[] fingerprint(byte[] key) {
        return Arrays.copyOf(ServerSecret.hmac(key, new byte[0]), 4);
    }
}
