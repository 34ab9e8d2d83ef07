package streaming.mail;

import streaming.shared.Problem;

public final class DeadLink extends Problem {
    public DeadLink() {
        super(Kind.NOT_FOUND, "This link was used already, or has expired: ask for a new one.");
    }
}
