package streaming.doctor;

/**
 * What one check of a node came to.
 *
 * @param found what there is
 * @param remedy what to do; null where all is well
 */
public record Finding(String check, boolean good, String found, String remedy) {

    static Finding good(String check, String found) {
        return new Finding(check, true, found, null);
    }

    static Finding bad(String check, String found, String remedy) {
        return new Finding(check, false, found, remedy);
    }
}
