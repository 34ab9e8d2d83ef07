package streaming.passkey;

import java.util.Set;

/** What a device made, verified; {@code attested} holds its model, the id, and the public key (WebAuthn §6.5.1). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewCredential(
        byte[] id, byte[] attested, Set<String> transports, long signCount, boolean backupEligible, boolean backedUp) {}
