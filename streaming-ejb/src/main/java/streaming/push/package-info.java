/**
 * Web Push (RFC 8030): browsers that are told that a followed channel is live, also when no page of ours is open. What is
 * sent waits in the database, and a push service can neither read it nor tell the channel.
 */
package streaming.push;
