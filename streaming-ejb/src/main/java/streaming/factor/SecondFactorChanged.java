package streaming.factor;

/** An account has a second factor more, or less; {@code change} says which, to its owner. */
public record SecondFactorChanged(long accountId, String change) {}
