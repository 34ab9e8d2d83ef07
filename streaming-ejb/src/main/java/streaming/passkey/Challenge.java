package streaming.passkey;

import java.time.Instant;

/** What a device must sign (WebAuthn §13.4.3), until when. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Challenge(byte[] bytes, Instant expiresAt) {}
