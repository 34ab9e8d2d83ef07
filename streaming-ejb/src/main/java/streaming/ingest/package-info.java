/** What nginx-rtmp tells of encoders, and what we tell nginx-rtmp: publish, done, drop, and the watch over both. */
package streaming.ingest;
