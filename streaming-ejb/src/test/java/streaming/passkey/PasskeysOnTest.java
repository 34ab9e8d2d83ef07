package streaming.passkey;

import java.time.Clock;
import streaming.TestDatabase;
import streaming.audit.Audit;
import streaming.shared.SealOnTest;

/** The passkeys of accounts, put together by hand on the test database. */
public final class PasskeysOnTest {

    /** The site as browsers call it in these tests. */
    public static final RelyingParty SITE = new RelyingParty("live.example", "https://live.example");

    public final Passkeys passkeys = new Passkeys();
    public final Challenges challenges = new Challenges();

    public PasskeysOnTest(TestDatabase database, Clock clock, Audit audit) {
        challenges.entityManager = database.entityManager();
        challenges.seal = SealOnTest.of(7);
        challenges.clock = clock;
        passkeys.entityManager = database.entityManager();
        passkeys.ceremonies = new PasskeyCeremonies();
        passkeys.challenges = challenges;
        passkeys.audit = audit;
        passkeys.clock = clock;
    }
}
