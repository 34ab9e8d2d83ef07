package streaming.image;

import streaming.shared.Problem;

/** The bucket is out of reach, or does not let us in; the log has why. */
public final class ImageStoreFailed extends Problem {
    ImageStoreFailed() {
        super(Kind.UPSTREAM, "Images cannot be kept or fetched at the moment. Try again in a minute.");
    }
}
