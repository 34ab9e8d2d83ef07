package streaming.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a provider says of somebody. A name with dots leads into nested objects, such as {@code realm_access.roles}. */
record Claims(Map<String, Object> values) {

    /** The claim as text, numbers too: some providers count their users. */
    Optional<String> text(String name) {
        return find(name)
                .filter(value -> value instanceof String || value instanceof Number)
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Whether the claim is true; some providers write it as text. */
    boolean flag(String name) {
        return find(name).filter(value -> "true".equals(value.toString())).isPresent();
    }

    /** The claim's items; a single text is a list of one. */
    Set<String> items(String name) {
        return find(name)
                .map(value -> value instanceof Collection<?> many ? many : Set.of(value))
                .map(many -> many.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    // A claim whose own name has dots, such as an address, is found first.
    private Optional<Object> find(String name) {
        var whole = values.get(name);
        if (whole != null) {
            return Optional.of(whole);
        }
        Object at = values;
        for (var step : name.split("\\.", -1)) {
            at = at instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return Optional.ofNullable(at);
    }
}
