package streaming.account;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import streaming.caller.Role;

/** What nodes remember of an account for a while: its name, its roles, and whether it may do anything at all. */
public record AccountStanding(String username, Set<Role> roles, boolean good) {

    static AccountStanding of(Account account) {
        return new AccountStanding(account.username(), Set.copyOf(account.roles()), account.inGoodStanding());
    }

    /** As if the account had not this role. */
    public AccountStanding without(Role role) {
        var others = roles.stream().filter(Predicate.not(role::equals)).collect(Collectors.toUnmodifiableSet());
        return new AccountStanding(username, others, good);
    }
}
