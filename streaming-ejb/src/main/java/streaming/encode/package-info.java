/**
 * ffmpeg beside nginx: programs that are kept running, and the renditions of a broadcast that one of them makes. What
 * it makes is published back into nginx-rtmp, which packages it as it does the source.
 */
package streaming.encode;
