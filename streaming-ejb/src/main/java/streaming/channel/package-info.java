/** An account's place on the site: what it is called, what its owner says about it, and the key that goes live. */
package streaming.channel;
