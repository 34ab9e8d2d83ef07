/** Up to a minute of a recording that somebody marked, with a file and an address of its own. */
package streaming.clip;
