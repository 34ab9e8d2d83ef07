package streaming.remux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks key frames while a recording passes, a second of FLV each: of these few the pictures are made, so that nobody
 * decodes, or even reads, the whole.
 */
final class KeyFrames implements AutoCloseable {

    /** So many pictures at most, in rows of ten. */
    static final int MOST = 150;

    private static final int WANTED = 100;
    private static final long CLOSEST = 2_000;
    private static final long SECOND = 1_000;

    private final FlvWriter out;
    private final long apart;
    private final List<Long> times = new ArrayList<>();

    /** Takes about a hundred of a recording that is about so long. */
    KeyFrames(FlvWriter out, long about) {
        this.out = out;
        this.apart = Math.max(CLOSEST, about / WANTED);
    }

    void configure(FlvTag configuration) throws IOException {
        out.write(configuration.at(times.size() * SECOND));
    }

    void add(FlvTag frame) throws IOException {
        var due = times.isEmpty() || frame.time() >= times.get(times.size() - 1) + apart;
        if (due && times.size() < MOST) {
            out.write(frame.at(times.size() * SECOND));
            times.add(frame.time());
        }
    }

    /** When in the recording each of them is, in milliseconds. */
    List<Long> times() {
        return List.copyOf(times);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
