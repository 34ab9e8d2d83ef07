package streaming.encode;

import java.time.Instant;
import java.util.List;

/**
 * How a program that is to run does.
 *
 * @param since when this began
 * @param trouble why it ended last, for people; null while all is well
 * @param nextTry when it is started again, while it waits; else null
 * @param said the last lines it said
 */
public record ProgramStatus(State state, Instant since, String trouble, Instant nextTry, List<String> said) {

    /** What it does. */
    public enum State {
        /** It has been started, and nothing flows yet. */
        STARTING,
        RUNNING,
        /** It ended, and is started again later. */
        WAITING
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
