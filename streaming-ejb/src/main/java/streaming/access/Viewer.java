package streaming.access;

import java.util.Optional;
import streaming.caller.SignedIn;
import streaming.shared.Secret;

/**
 * Who wants to watch.
 *
 * @param account null for who is not signed in
 * @param id tells an anonymous viewer from others, as their browser's signed cookie does; null where there is none
 */
public record Viewer(SignedIn account, String id) {

    public static Viewer of(Optional<SignedIn> account, Optional<String> id) {
        return new Viewer(account.orElse(null), id.orElse(null));
    }

    /** Nobody whom we know. */
    public static final Viewer STRANGER = new Viewer(null, null);

    /** A hash, as which the database keeps that they gave a password. Null for a stranger. */
    public byte[] pass() {
        if (account != null) {
            return new Secret("account " + account.id()).hash();
        }
        return id == null ? null : new Secret("viewer " + id).hash();
    }
}
