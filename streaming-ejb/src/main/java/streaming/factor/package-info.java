/**
 * Second factors: codes of an authenticator app, recovery codes, passkeys; who has one and must have one. Whoever signs
 * in by another provider proves theirs there, and is not asked for it here.
 */
package streaming.factor;
