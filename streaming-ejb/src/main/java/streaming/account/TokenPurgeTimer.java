package streaming.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Every ten minutes, the expired tokens go. */
@Singleton
public class TokenPurgeTimer {

    @Inject
    Tokens tokens;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void purge() {
        tokens.purge();
    }
}
