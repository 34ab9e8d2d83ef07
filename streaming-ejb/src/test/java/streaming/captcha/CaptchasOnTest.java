package streaming.captcha;

import java.time.Clock;
import streaming.TestDatabase;
import streaming.shared.ServerSecretOnTest;

/** The captcha, put together by hand on the test database. */
public final class CaptchasOnTest {

    private CaptchasOnTest() {}

    public static Captchas captchas(TestDatabase database, Clock clock) {
        var captchas = new Captchas();
        captchas.dataSource = database.dataSource();
        captchas.serverSecret = ServerSecretOnTest.of(32, (byte) 7);
        captchas.clock = clock;
        captchas.deriveKey();
        return captchas;
    }
}
