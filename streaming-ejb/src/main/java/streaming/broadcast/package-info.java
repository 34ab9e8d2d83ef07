/** The shows of a channel: when one is live, which encoder connection carries it, and when it ends. */
package streaming.broadcast;
