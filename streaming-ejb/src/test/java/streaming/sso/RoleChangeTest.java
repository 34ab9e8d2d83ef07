package streaming.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.caller.Role.ADMIN;
import static streaming.caller.Role.MODERATOR;
import static streaming.caller.Role.STAFF;
import static streaming.caller.Role.VIEWER;

import java.util.Set;
import org.junit.jupiter.api.Test;
import streaming.caller.Role;

class RoleChangeTest {

    private static final Set<Role> NONE = Set.of();

    @Test
    void givesWhatTheGroupsStandFor() {
        assertThat(RoleChange.of(Set.of(VIEWER), NONE, Set.of(ADMIN, STAFF), NONE))
                .isEqualTo(new RoleChange(Set.of(ADMIN, STAFF), NONE));
    }

    @Test
    void changesNothingWhereNothingChanged() {
        assertThat(RoleChange.of(Set.of(VIEWER, ADMIN), Set.of(ADMIN), Set.of(ADMIN), NONE))
                .isEqualTo(new RoleChange(NONE, NONE));
    }

    @Test
    void takesWhatTheProviderGave() {
        assertThat(RoleChange.of(Set.of(VIEWER, ADMIN, MODERATOR), Set.of(ADMIN), NONE, NONE))
                .isEqualTo(new RoleChange(NONE, Set.of(ADMIN)));
    }

    @Test
    void leavesWhatAnAdminGaveByHand() {
        assertThat(RoleChange.of(Set.of(VIEWER, MODERATOR), NONE, NONE, NONE)).isEqualTo(new RoleChange(NONE, NONE));
    }

    @Test
    void leavesWhatAnotherProviderGivesToo() {
        assertThat(RoleChange.of(Set.of(VIEWER, ADMIN), Set.of(ADMIN), NONE, Set.of(ADMIN)))
                .isEqualTo(new RoleChange(NONE, NONE));
    }

    @Test
    void doesNotTakeWhatAnAdminTookAlready() {
        assertThat(RoleChange.of(Set.of(VIEWER), Set.of(ADMIN), NONE, NONE)).isEqualTo(new RoleChange(NONE, NONE));
    }
}
