package streaming.signin;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import streaming.shared.Secret;

/**
 * What a cookie or a personal token says: which sign-in, and a secret that proves it. On the wire {@code id.secret} in
 * base64url; a personal token begins with {@value #PERSONAL_PREFIX}, so that scanners of source code know it.
 */
record Proof(UUID signIn, Secret secret) {

    static final String PERSONAL_PREFIX = "stp_";
    private static final int ID_CHARACTERS = 22;
    private static final int LONGEST = 100;

    String text() {
        var id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(signIn.getMostSignificantBits())
                .putLong(signIn.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "." + secret.text();
    }

    static Optional<Proof> read(String text) {
        if (text.length() > LONGEST || text.length() <= ID_CHARACTERS || text.charAt(ID_CHARACTERS) != '.') {
            return Optional.empty();
        }
        try {
            var id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, ID_CHARACTERS)));
            return Optional.of(
                    new Proof(new UUID(id.getLong(), id.getLong()), new Secret(text.substring(ID_CHARACTERS + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64, so none of ours
        }
    }
}
