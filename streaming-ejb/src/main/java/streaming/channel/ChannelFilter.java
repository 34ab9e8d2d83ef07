package streaming.channel;

/** Which channels are asked for; null leaves a condition out. Pages count from 0. */
public record ChannelFilter(Boolean live, String language, String text, ChannelSort sort, int page, int size) {

    /** All that is live, most watched first. */
    static final ChannelFilter LIVE = new ChannelFilter(true, null, null, ChannelSort.VIEWERS, 0, Integer.MAX_VALUE);
}
