package streaming.channel;

/** An owner changed what the channel says about itself: this is how it is now. */
public record ChannelEdited(ChannelJson channel) {}
