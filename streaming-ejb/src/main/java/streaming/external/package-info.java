/** Broadcasts whose encoder puts its HLS elsewhere: told by their owner's program, alive while it renews their lease. */
package streaming.external;
