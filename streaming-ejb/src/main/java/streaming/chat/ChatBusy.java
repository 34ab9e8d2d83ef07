package streaming.chat;

import streaming.shared.Problem;

/** More lines wait to be written than can be held. */
public final class ChatBusy extends Problem {
    ChatBusy() {
        super(Kind.TOO_MANY, "The chat is very busy: send the line again in a moment.");
    }
}
