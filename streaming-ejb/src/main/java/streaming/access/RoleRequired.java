package streaming.access;

import java.util.Locale;
import streaming.caller.Role;
import streaming.shared.Problem;

public final class RoleRequired extends Problem {
    RoleRequired(String channel, Role least) {
        super(
                Kind.FORBIDDEN,
                "Only who has the role %s may watch %s: ask an admin of this site for it."
                        .formatted(least.name().toLowerCase(Locale.ROOT), channel));
    }
}
