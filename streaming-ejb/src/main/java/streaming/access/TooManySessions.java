package streaming.access;

import streaming.shared.Problem;

/** 403 and not 429: nginx's auth_request knows no other refusals than 401 and 403. */
public final class TooManySessions extends Problem {
    TooManySessions(int most) {
        super(
                Kind.FORBIDDEN,
                "You watch on %d %s already: stop there, and try again half a minute later."
                        .formatted(most, most == 1 ? "device" : "devices"));
    }
}
