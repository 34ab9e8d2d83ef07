/** Has nginx-rtmp write what goes live, keeps account of the files, and lets recordings go when their time is over. */
package streaming.recorder;
