package streaming.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import streaming.caller.Scope;

/**
 * One of the caller's own sign-ins: {@code kind} is {@code site}, {@code api} or {@code personal}; {@code device} and
 * {@code address} are of the last use, which is noted once a minute; {@code current} says that it asks now.
 */
public record SignInJson(
        UUID id,
        String kind,
        String name,
        List<String> scopes,
        String device,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {

    static SignInJson of(SignIn signIn, UUID asking) {
        return new SignInJson(
                signIn.id(),
                signIn.kind().name().toLowerCase(java.util.Locale.ROOT),
                signIn.name(),
                signIn.kind() == SignInKind.PERSONAL
                        ? signIn.scopes().stream().sorted().map(Scope::text).toList()
                        : List.of(),
                signIn.userAgent(),
                signIn.address(),
                signIn.createdAt(),
                signIn.lastUsedAt(),
                signIn.expiresAt(),
                signIn.id().equals(asking));
    }
}
