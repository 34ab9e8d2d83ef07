/**
 * May this viewer watch this channel? The answer, and the tokens by which what serves video knows who asks. It knows no
 * feature but who signs in, so every feature may ask it.
 */
package streaming.access;
