package streaming.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import streaming.shared.ServerSecret;

/**
 * What a player shows for each file: who watches what, from where, and until when. Signed and not sealed: who bears it
 * knows all that.
 *
 * @param accountId 0 for an anonymous viewer
 * @param signIn by which the account proved itself; when it ends, so does the token
 * @param session tells one device of an account from another
 * @param pass what an anonymous viewer gave the password as; 32 bytes, of zeros for an account
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WatchToken(long channelId, long accountId, UUID signIn, long session, byte[] pass, Instant expiresAt) {

    private static final int PASS = 32;
    private static final int SIGNED = 6 * Long.BYTES + PASS;
    private static final int SIGNATURE = 16;
    private static final int LENGTH = (SIGNED + SIGNATURE) * 4 / 3;

    /** The signed bytes and their signature, in characters that need no escaping in an address. */
    String text(byte[] key) {
        var signed = bytes();
        var token = ByteBuffer.allocate(SIGNED + SIGNATURE).put(signed).put(signature(key, signed));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The token of a text that one of these keys signed; whether its time is over is for others to ask. */
    static Optional<WatchToken> read(String text, List<byte[]> keys) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var signed = Arrays.copyOf(bytes, SIGNED);
        var signature = Arrays.copyOfRange(bytes, SIGNED, bytes.length);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(signature(key, signed), signature))
                ? Optional.of(of(ByteBuffer.wrap(signed)))
                : Optional.empty();
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(SIGNED)
                .putLong(channelId)
                .putLong(accountId)
                .putLong(signIn.getMostSignificantBits())
                .putLong(signIn.getLeastSignificantBits())
                .putLong(session)
                .put(pass)
                .putLong(expiresAt.getEpochSecond())
                .array();
    }

    private static WatchToken of(ByteBuffer signed) {
        var channelId = signed.getLong();
        var accountId = signed.getLong();
        var signIn = new UUID(signed.getLong(), signed.getLong());
        var session = signed.getLong();
        var pass = new byte[PASS];
        signed.get(pass);
        return new WatchToken(channelId, accountId, signIn, session, pass, Instant.ofEpochSecond(signed.getLong()));
    }

    private static byte[] signature(byte[] key, byte[] signed) {
        return Arrays.copyOf(ServerSecret.hmac(key, signed), SIGNATURE);
    }
}
