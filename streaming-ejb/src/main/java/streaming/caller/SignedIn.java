package streaming.caller;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is asking, as a token or a session proved it: the account, its roles, and by which sign-in it may do what. */
public record SignedIn(long id, String username, Set<Role> roles, UUID signIn, Set<Scope> scopes) {

    /** Somebody who may do all that these roles may. */
    public static SignedIn of(long id, String username, Role... roles) {
        var all = Stream.concat(Stream.of(Role.VIEWER), Stream.of(roles)).collect(Collectors.toUnmodifiableSet());
        return new SignedIn(id, username, all, new UUID(0, id), Scope.ALL);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean staff() {
        return is(Role.STAFF);
    }

    public boolean admin() {
        return is(Role.ADMIN);
    }
}
