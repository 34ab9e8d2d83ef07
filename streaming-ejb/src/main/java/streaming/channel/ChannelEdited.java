package streaming.channel;

/** What a channel says about itself is another: open pages show it at once. */
public record ChannelEdited(String channel, String title) {}
