/** Broadcasts that can be watched again: whose they are, how long they stay, and where their files are. */
package streaming.recording;
