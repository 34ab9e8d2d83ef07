package streaming.external;

import streaming.shared.Problem;

/** Ending it here would not stop its encoder, which would be back in a moment. */
public final class CarriedByEncoder extends Problem {
    CarriedByEncoder(String channel) {
        super(Kind.CONFLICT, "%s is live over RTMP: stop the encoder.".formatted(channel));
    }
}
