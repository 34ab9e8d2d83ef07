/** Images that people upload: read with suspicion, drawn anew, kept as files that never change. Knows not what they are of. */
package streaming.image;
