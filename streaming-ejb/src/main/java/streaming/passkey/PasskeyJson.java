package streaming.passkey;

import java.time.Instant;

/** A passkey, as its owner sees it; {@code synced} says that it is on more than one device. */
public record PasskeyJson(long id, String name, boolean synced, Instant createdAt, Instant lastUsedAt) {

    static PasskeyJson of(Passkey passkey) {
        return new PasskeyJson(
                passkey.id(), passkey.name(), passkey.backedUp(), passkey.createdAt(), passkey.lastUsedAt());
    }
}
