package streaming.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import streaming.account.Account;

/** An account, as admins and staff see it. {@code bannedAt} and {@code lastLogin} may be null. */
public record AdminAccount(
        long id,
        String username,
        String email,
        List<String> roles,
        boolean active,
        Instant bannedAt,
        Instant lastLogin,
        Instant joinedAt) {

    static AdminAccount of(Account account) {
        return new AdminAccount(
                account.id(),
                account.username(),
                account.email(),
                account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList(),
                account.isActive(),
                account.bannedAt(),
                account.lastLogin(),
                account.joinedAt());
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
