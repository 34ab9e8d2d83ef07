package streaming.oidc;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Role;

/**
 * The settings of one provider, {@code streaming.sso.<name>.*}; what is not set comes from its preset, see
 * presets.properties, and else from the defaults here.
 */
final class ProviderSettings {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Properties PRESETS = presets();
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String name;
    private final Function<String, Optional<String>> configured;
    private final String preset;

    /** Takes what is configured by the full name of each setting. */
    ProviderSettings(String name, Function<String, Optional<String>> configured) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(
                    "streaming.sso.providers: '%s' must be lower-case letters, digits and hyphens, at most 30"
                            .formatted(name));
        }
        this.name = name;
        this.configured = configured;
        this.preset = configured.apply(key("preset")).orElse(name);
    }

    /** Reads everything once: what is missing or wrong must show when the server starts. */
    ProviderSettings checked() {
        issuer();
        clientId();
        parameters();
        requiredClaims();
        List.of("authorization", "token", "user-info").forEach(this::endpoint);
        return this;
    }

    String name() {
        return name;
    }

    /** What its button says, after "Continue with". */
    String title() {
        return find("title").orElse(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    URI issuer() {
        return secure("issuer", get("issuer"));
    }

    String clientId() {
        return get("client-id");
    }

    /** Empty for a client without a secret, which PKCE alone protects. */
    Optional<String> clientSecret() {
        return find("client-secret");
    }

    /** How the client proves itself: {@code basic} or {@code post} (OpenID Connect Core §9). */
    boolean clientSecretInBody() {
        return find("client-authentication").orElse("basic").equals("post");
    }

    List<String> scopes() {
        return List.of(find("scopes").orElse("openid profile email").split("[ ,]+"));
    }

    /** More parameters for the provider's page, such as {@code prompt=select_account}. */
    Map<String, String> parameters() {
        return pairs("parameters");
    }

    /** Claims that must have these values, such as {@code hd=company.example}. */
    Map<String, String> requiredClaims() {
        return pairs("required-claims");
    }

    /** An endpoint that is not to be discovered. */
    Optional<URI> endpoint(String which) {
        return find(which + "-endpoint").map(text -> secure(which + "-endpoint", text));
    }

    /** Whether the ID token says who somebody is; else the user info does, asked with the access token. */
    boolean identifiesByIdToken() {
        return find("identity").orElse("id-token").equals("id-token");
    }

    /** Whether the access token goes to the user info endpoint in a form and not in a header. */
    boolean userInfoByForm() {
        return find("user-info-request").orElse("bearer").equals("form");
    }

    /** The member of the user info that has the claims; empty where they are at its top. */
    Optional<String> userInfoMember() {
        return find("user-info-member");
    }

    /** Parameters of the callback that the token endpoint wants back. */
    List<String> returnedParameters() {
        return list("returned-parameters").toList();
    }

    /** The claim that tells this; a dot leads into a nested object. */
    String claim(String what, String standard) {
        return find(what + "-claim").orElse(standard);
    }

    /** Whether somebody without an account may get one; empty where the site's own rule holds. */
    Optional<Boolean> signUp() {
        return find("sign-up").map(Boolean::valueOf);
    }

    /** Which groups are which role. A role that has none here is none of the provider's business. */
    Map<Role, Set<String>> groupsOfRoles() {
        var groups = new EnumMap<Role, Set<String>>(Role.class);
        for (var role : List.of(Role.MODERATOR, Role.STAFF, Role.ADMIN)) {
            var named = list("roles." + role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
            if (!named.isEmpty()) {
                groups.put(role, named);
            }
        }
        return groups;
    }

    private String get(String setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(key(setting) + " is not set"));
    }

    private Optional<String> find(String setting) {
        return configured
                .apply(key(setting))
                .or(() -> Optional.ofNullable(PRESETS.getProperty(preset + "." + setting)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Stream<String> list(String setting) {
        return find(setting).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }

    private Map<String, String> pairs(String setting) {
        var pairs = new LinkedHashMap<String, String>();
        list(setting).forEach(pair -> {
            var parts = pair.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalStateException(key(setting) + " must be name=value, with commas between");
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        });
        return pairs;
    }

    // All that a provider says is believed for TLS alone.
    private URI secure(String setting, String text) {
        var address = URI.create(text);
        var loopback = address.getHost() != null && LOOPBACK.contains(address.getHost());
        if (!"https".equals(address.getScheme()) && !loopback) {
            throw new IllegalStateException(key(setting) + " must begin with https://");
        }
        return address;
    }

    private String key(String setting) {
        return "streaming.sso.%s.%s".formatted(name, setting);
    }

    private static Properties presets() {
        var presets = new Properties();
        try (var file = ProviderSettings.class.getResourceAsStream("presets.properties")) {
            presets.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return presets;
    }
}
