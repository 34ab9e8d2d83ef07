package streaming.shared;

/** A seal under a site's secret that is known. */
public final class SealOnTest {

    private SealOnTest() {}

    /** Under the secret that is this byte 32 times. */
    public static Seal of(int secretByte) {
        var seal = new Seal();
        seal.serverSecret = ServerSecretOnTest.of(32, (byte) secretByte);
        return seal;
    }
}
