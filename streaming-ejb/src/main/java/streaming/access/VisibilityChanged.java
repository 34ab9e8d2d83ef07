package streaming.access;

/** An owner decided anew who may watch the channel. */
public record VisibilityChanged(String channel, Visibility visibility) {}
