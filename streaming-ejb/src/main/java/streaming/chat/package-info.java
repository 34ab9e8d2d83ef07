/** What viewers say: checked, written in groups, numbered without gaps, and read back. */
package streaming.chat;
