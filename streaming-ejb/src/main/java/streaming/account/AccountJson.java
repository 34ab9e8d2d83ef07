package streaming.account;

import java.time.Instant;

/** An account, as its owner sees it. */
public record AccountJson(
        long id,
        String username,
        String name,
        String email,
        boolean emailConfirmed,
        boolean staff,
        boolean admin,
        Instant lastLogin,
        Instant joinedAt) {

    public static AccountJson of(Account account) {
        return new AccountJson(
                account.id(),
                account.username(),
                account.username(),
                account.email(),
                account.isEmailConfirmed(),
                account.isStaff(),
                account.isAdmin(),
                account.lastLogin(),
                account.joinedAt());
    }
}
