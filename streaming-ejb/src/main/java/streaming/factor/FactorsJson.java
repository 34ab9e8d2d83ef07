package streaming.factor;

import java.util.List;
import streaming.passkey.PasskeyJson;

/** The caller's own second factors; {@code recoveryCodes} says how many are left. */
public record FactorsJson(boolean app, List<PasskeyJson> passkeys, int recoveryCodes) {

    public boolean any() {
        return app || !passkeys.isEmpty();
    }
}
