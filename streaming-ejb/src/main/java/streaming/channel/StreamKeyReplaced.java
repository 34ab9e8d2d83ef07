package streaming.channel;

/** A channel has a new stream key; {@code endsStream} if what runs with the old one shall end now. */
public record StreamKeyReplaced(String channel, boolean endsStream) {}
