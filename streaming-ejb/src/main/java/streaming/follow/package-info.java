/** Who follows which channel: its followers, and one's own follows with who is live first. */
package streaming.follow;
