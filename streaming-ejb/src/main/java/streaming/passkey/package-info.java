/** Passkeys (WebAuthn Level 3): keys that a device keeps, and uses for this site alone once its owner is verified. */
package streaming.passkey;
