package streaming.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ParseException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import streaming.caller.Role;

/** Somebody whose word on who a visitor is the site believes. */
public final class Provider {

    private static final System.Logger LOG = System.getLogger(Provider.class.getName());
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final ProviderSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile Discovered discovered;

    /** What was discovered, until it is to be asked for again. */
    private record Discovered(Endpoints endpoints, Instant until) {}

    Provider(ProviderSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    public String name() {
        return settings.name();
    }

    public String title() {
        return settings.title();
    }

    /** Whether it may bring new accounts; empty where the site's own rule holds. */
    public Optional<Boolean> signUp() {
        return settings.signUp();
    }

    /** The roles that its groups decide about. */
    public Set<Role> decides() {
        return settings.groupsOfRoles().keySet();
    }

    /** The provider's page that the browser goes to. */
    URI signIn(Attempt attempt, URI callback) {
        return asking(endpoints -> new CodeFlow(settings, endpoints, http).address(attempt, callback));
    }

    /**
     * Who it is, by what the browser came back with.
     *
     * @throws SignInCancelled the visitor did not want to, or may not
     * @throws ProviderFailed the provider is out of reach, refuses, or says what cannot be believed
     */
    Identity identify(Attempt attempt, Map<String, String> answer, URI callback) {
        refuse(answer);
        return asking(endpoints -> {
            var tokens = new CodeFlow(settings, endpoints, http).tokens(attempt, answer, callback);
            var claims = new ClaimsReader(settings, endpoints, http).read(tokens, attempt.nonce());
            return IdentityMapping.of(settings, claims);
        });
    }

    private void refuse(Map<String, String> answer) {
        if (answer.containsKey("iss")
                && !answer.get("iss").equals(settings.issuer().toString())) {
            throw failed("another provider answered: " + answer.get("iss")); // RFC 9207: not even to its errors
        }
        var error = answer.get("error");
        if ("access_denied".equals(error) || "user_cancelled".equals(error)) {
            throw new SignInCancelled(title());
        }
        if (error != null || !answer.containsKey("code")) {
            throw failed("it answered " + error + " " + answer.getOrDefault("error_description", ""));
        }
    }

    private interface Question<T> {
        T ask(Endpoints endpoints) throws IOException, ParseException, BadJOSEException, JOSEException;
    }

    private <T> T asking(Question<T> question) {
        try {
            return question.ask(endpoints());
        } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
            throw failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private ProviderFailed failed(String reason) {
        var failed = new ProviderFailed(title(), reason);
        LOG.log(System.Logger.Level.WARNING, "No sign-in with {0}: {1}", name(), failed.reason());
        return failed;
    }

    private Endpoints endpoints() throws IOException, ParseException {
        var known = discovered;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = new Discovered(Endpoints.of(settings, http), clock.instant().plus(REMEMBERED));
            discovered = known;
        }
        return known.endpoints();
    }
}
