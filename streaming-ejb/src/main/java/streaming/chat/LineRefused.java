package streaming.chat;

import streaming.shared.Problem;

/** A line that breaks a rule of the chat. */
public final class LineRefused extends Problem {
    LineRefused(String message) {
        super(Kind.INVALID, message);
    }
}
