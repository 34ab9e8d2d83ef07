/**
 * Sends what is live on to other servers, as its owner wants: a program of its own for each, which changes nothing in
 * the stream. What becomes of one of them touches neither the stream nor the others.
 */
package streaming.restream;
