package streaming.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Work that the clock calls again and again. It never throws: the container gives a timer up for good once its method has
 * failed twice, so that after an outage of the database no viewer would be counted and no dead stream ended any more.
 */
public final class Recurring {

    private static final Logger LOG = System.getLogger(Recurring.class.getName());

    private final String name;
    private boolean failing;

    public Recurring(String name) {
        this.name = name;
    }

    /** Does the work; says once when it begins to fail, and once when it is over. */
    public void run(Runnable work) {
        try {
            work.run();
            if (failing) {
                LOG.log(Level.INFO, "{0} works again", name);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "{0} fails, and is tried again: {1}", name, e.getMessage());
            }
            failing = true;
        }
    }
}
