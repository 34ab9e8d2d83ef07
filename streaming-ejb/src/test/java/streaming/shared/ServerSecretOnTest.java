package streaming.shared;

import java.util.Base64;

/** A site's secret that is known. */
public final class ServerSecretOnTest {

    private ServerSecretOnTest() {}

    /** The secret of so many bytes that are all the same. */
    public static ServerSecret of(int length, byte each) {
        var bytes = new byte[length];
        java.util.Arrays.fill(bytes, each);
        var secret = new ServerSecret();
        secret.encoded = Base64.getEncoder().encodeToString(bytes);
        secret.previouslyEncoded = java.util.Optional.empty();
        return secret;
    }

    /** A secret that took the place of another. */
    public static ServerSecret renewed(int length, byte each, byte before) {
        var secret = of(length, each);
        secret.previouslyEncoded = java.util.Optional.of(of(length, before).encoded);
        return secret;
    }
}
