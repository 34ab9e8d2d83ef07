package streaming.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import streaming.audit.Audit;

/** The providers of the configuration, in its order, and the way through each: there with {@link #begin}, back with {@link #finish}. */
@ApplicationScoped
public class Providers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Config config;

    @Inject
    Tickets tickets;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    private List<Provider> all = List.of();

    /** Where the browser goes, and the ticket that it must bring back. */
    public record Departure(URI address, String ticket) {}

    /** Who somebody is, and what they began the sign-in for. */
    public record Arrival(Attempt attempt, Identity identity) {}

    /** Settings are read and checked once. */
    @PostConstruct
    void read() {
        offer(config.getOptionalValues("streaming.sso.providers", String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new ProviderSettings(name, key -> config.getOptionalValue(key, String.class)))
                .toList());
    }

    void offer(List<ProviderSettings> settings) {
        var http = new ProviderHttp(PATIENCE);
        all = settings.stream()
                .map(ProviderSettings::checked)
                .map(one -> new Provider(one, http, clock))
                .toList();
    }

    public List<Provider> all() {
        return all;
    }

    public Optional<Provider> find(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    public Provider get(String name) {
        return find(name).orElseThrow(() -> new NoSuchProvider(name));
    }

    /**
     * Begins a sign-in with the provider of this name.
     *
     * @param callback the address of ours that the provider sends the browser back to
     * @param next the path to go to afterwards
     * @param linkTo the account that the identity is to be linked to, or 0 to sign in
     */
    public Departure begin(String name, URI callback, String next, long linkTo) {
        var attempt = Attempt.begin(name, next, linkTo);
        return new Departure(
                get(name).signIn(attempt, callback), tickets.seal(Tickets.Purpose.ATTEMPT, attempt.fields()));
    }

    /**
     * Finishes it.
     *
     * @param ticket what {@link #begin} gave to this browser; null if it has none
     * @param answer the parameters that the provider sent the browser back with
     * @throws SignInStale it did not begin in this browser, or too long ago
     * @throws SignInCancelled the visitor did not want to
     * @throws ProviderFailed the provider is out of reach, refuses, or says what cannot be believed
     */
    public Arrival finish(String name, URI callback, String ticket, Map<String, String> answer) {
        var attempt = tickets.open(Tickets.Purpose.ATTEMPT, ticket)
                .map(Attempt::of)
                .filter(begun -> begun.provider().equals(name) && begun.isAnsweredBy(answer.get("state")))
                .orElseThrow(SignInStale::new);
        try {
            return new Arrival(attempt, get(name).identify(attempt, answer, callback));
        } catch (ProviderFailed failed) {
            audit.refusal("provider-sign-in-refused", null, name + ": " + failed.reason());
            throw failed;
        }
    }

    /** A ticket that says who somebody is, until it is clear whose account it is. */
    public String hold(Identity identity) {
        return tickets.seal(Tickets.Purpose.IDENTITY, identity.fields());
    }

    /** Who it is by such a ticket; empty for what is none, or expired, or of a provider that is gone. Null is none. */
    public Optional<Identity> held(String ticket) {
        return tickets.open(Tickets.Purpose.IDENTITY, ticket)
                .map(Identity::of)
                .filter(identity -> find(identity.provider()).isPresent());
    }
}
