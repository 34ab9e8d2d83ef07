package streaming.channel;

/** A stream key was replaced or revoked; {@code endsStream} if what runs with it shall end now. */
public record StreamKeyReplaced(String channel, boolean endsStream) {}
