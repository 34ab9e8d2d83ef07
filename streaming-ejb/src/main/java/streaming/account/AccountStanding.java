package streaming.account;

import java.util.Set;
import streaming.caller.Role;

/** What nodes remember of an account for a while: its name, its roles, and whether it may do anything at all. */
public record AccountStanding(String username, Set<Role> roles, boolean good) {

    static AccountStanding of(Account account) {
        return new AccountStanding(account.username(), Set.copyOf(account.roles()), account.inGoodStanding());
    }
}
