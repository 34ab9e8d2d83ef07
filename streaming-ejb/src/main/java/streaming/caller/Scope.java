package streaming.caller;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may be used for (RFC 6749 §3.3). A sign-in by password may do everything, a personal token what it names. */
public enum Scope {
    CHANNEL_READ,
    CHANNEL_EDIT,
    CHANNEL_BROADCAST,
    CHAT_WRITE,
    KEY_READ,
    /** All the rest: never a personal token's. */
    ACCOUNT;

    public static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

    /** Its name on the wire, such as {@code channel:read}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope that a personal token may have by this name. */
    public static Optional<Scope> find(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope != ACCOUNT && scope.text().equals(text))
                .findFirst();
    }

    /** As it is stored: the names with spaces. */
    public static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }

    /** What {@link #join} made. */
    public static Set<Scope> split(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(name -> find(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
