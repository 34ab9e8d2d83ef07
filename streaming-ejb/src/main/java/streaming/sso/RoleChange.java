package streaming.sso;

import java.util.EnumSet;
import java.util.Set;
import streaming.caller.Role;

/**
 * What the groups of an identity change about the roles of its account. A provider takes only what it once vouched for:
 * a role that an admin gave by hand, to somebody who was never in its group, stays.
 */
record RoleChange(Set<Role> granted, Set<Role> revoked) {

    /**
     * The change.
     *
     * @param held the roles of the account
     * @param before the roles that the connection gave until now
     * @param now the roles that its groups stand for
     * @param elsewhere the roles that the account's other connections give
     */
    static RoleChange of(Set<Role> held, Set<Role> before, Set<Role> now, Set<Role> elsewhere) {
        var granted = copy(now);
        granted.removeAll(held);
        var revoked = copy(before);
        revoked.retainAll(held);
        revoked.removeAll(now);
        revoked.removeAll(elsewhere);
        return new RoleChange(granted, revoked);
    }

    private static Set<Role> copy(Set<Role> roles) {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }
}
