/** What a streamer runs the channel by: the key, how the stream comes in, who watched. For its owner, and for staff. */
package streaming.studio;
