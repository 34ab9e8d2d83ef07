package streaming.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import streaming.channel.LiveChannels;

/** Tells the list of what is live that it is out of date: channels do not know of broadcasts. */
@ApplicationScoped
public class LiveListing {

    @Inject
    LiveChannels live;

    public void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveChanged change) {
        live.outdate();
    }
}
