package streaming.restream;

import streaming.encode.ProgramStatus;
import streaming.encode.Supervised;
import streaming.restream.Sendings.Due;

/** A program that sends a stream to another server, and what was told of it last. */
record Sending(Due due, Supervised program, ProgramStatus told) {

    /** Whether nothing has changed since that its owner sees. */
    boolean isTold(ProgramStatus now) {
        return told != null && told.state() == now.state() && told.since().equals(now.since());
    }
}
