package streaming.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes an identity of a provider's claims, by its settings: which claim is which, and which groups are which role. */
final class IdentityMapping {

    private static final int LONGEST_SUBJECT = 255; // OpenID Connect Core §2
    private static final int LONGEST = 254;

    private IdentityMapping() {}

    /**
     * The identity.
     *
     * @throws ParseException the claims say nobody, or nobody who is let in
     */
    static Identity of(ProviderSettings settings, Claims claims) throws ParseException {
        for (var required : settings.requiredClaims().entrySet()) {
            if (!claims.items(required.getKey()).contains(required.getValue())) {
                throw new ParseException("the claim %s is not the required one".formatted(required.getKey()));
            }
        }
        var subject = claims.text(settings.claim("subject", "sub"))
                .filter(text -> text.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> new ParseException("there is no subject"));
        var groups = claims.items(settings.claim("groups", "groups"));
        return new Identity(
                settings.name(),
                subject,
                claims.flag(settings.claim("email-verified", "email_verified"))
                        ? text(claims, settings.claim("email", "email"))
                        : "",
                text(claims, settings.claim("username", "preferred_username")),
                name(claims, settings),
                settings.groupsOfRoles().entrySet().stream()
                        .filter(entry -> !Collections.disjoint(entry.getValue(), groups))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String name(Claims claims, ProviderSettings settings) {
        var whole = text(claims, settings.claim("name", "name"));
        var parts = (text(claims, "first_name") + " " + text(claims, "last_name")).strip();
        var name = whole.isEmpty() ? parts : whole;
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String text(Claims claims, String name) {
        return claims.text(name).filter(text -> text.length() <= LONGEST).orElse("");
    }
}
