package streaming.preview;

/** A still that is to be taken now, by the node that got this. */
record DuePreview(long channelId, long broadcastId, String channel, String node) {}
