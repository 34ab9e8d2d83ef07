package streaming.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import streaming.shared.Recurring;

/** Every ten minutes, the expired tokens go. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokenPurgeTimer {

    @Inject
    Tokens tokens;

    private final Recurring recurring = new Recurring("The purge of tokens");

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void purge() {
        recurring.run(tokens::purge);
    }
}
