package streaming.channel;

/** How many watch. */
public record ViewersJson(int viewers) {}
