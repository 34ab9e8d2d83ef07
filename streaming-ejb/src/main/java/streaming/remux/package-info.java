/** Makes of what was recorded what browsers play: the files are joined, packaged anew without encoding, and pictured. */
package streaming.remux;
