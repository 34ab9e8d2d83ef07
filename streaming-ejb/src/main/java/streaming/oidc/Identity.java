package streaming.oidc;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Role;

/**
 * Who somebody is at a provider, as it vouched for. {@code subject} alone is theirs for good; the rest is what the
 * provider said this time, empty where it said nothing. {@code email} is one that the provider has verified.
 */
public record Identity(String provider, String subject, String email, String username, String name, Set<Role> roles) {

    /** What its owner recognizes it by. */
    public String label() {
        if (!email.isEmpty()) {
            return email;
        }
        return username.isEmpty() ? name : username;
    }

    List<String> fields() {
        var names = roles.stream().map(Role::name).collect(Collectors.joining(","));
        return List.of(provider, subject, email, username, name, names);
    }

    static Identity of(List<String> fields) {
        var roles = Stream.of(fields.get(5).split(","))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Identity(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), roles);
    }

    /** Nothing that belongs into a log. */
    @Override
    public String toString() {
        return "Identity[" + provider + "]";
    }
}
