package streaming.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A provider with settings of a test's own, which nobody calls. */
public final class ProviderOnTest {

    private ProviderOnTest() {}

    /** Takes settings without the beginning that all of the provider's have. */
    public static Provider provider(String name, Map<String, String> settings) {
        var beginning = "streaming.sso." + name + ".";
        return new Provider(
                new ProviderSettings(name, key -> Optional.ofNullable(settings.get(key.substring(beginning.length())))),
                new ProviderHttp(Duration.ofSeconds(1)),
                Clock.systemUTC());
    }
}
