/** Stills of live channels: every half minute, one of each, taken by ffmpeg from what viewers get. */
package streaming.preview;
