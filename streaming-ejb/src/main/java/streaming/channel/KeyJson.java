package streaming.channel;

/** A stream key, for its owner. */
public record KeyJson(String key) {

    /** Never the key: records like to be logged. */
    @Override
    public String toString() {
        return "KeyJson[…]";
    }
}
