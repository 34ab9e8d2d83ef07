package streaming.shared;

/** A seal under a site's secret that is known. */
public final class SealOnTest {

    private SealOnTest() {}

    /** Under the secret that is this byte 32 times. */
    public static Seal of(int secretByte) {
        return of(ServerSecretOnTest.of(32, (byte) secretByte));
    }

    /** Under such a secret that took the place of another. */
    public static Seal renewed(int secretByte, int before) {
        return of(ServerSecretOnTest.renewed(32, (byte) secretByte, (byte) before));
    }

    private static Seal of(ServerSecret secret) {
        var seal = new Seal();
        seal.serverSecret = secret;
        return seal;
    }
}
