package streaming.remux;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the tags of an FLV file as far as they are whole: one that was cut off ends with its last whole tag. */
final class FlvReader {

    private static final int HEADER = 9;
    private static final int TAG_HEADER = 11;
    private static final int PREVIOUS_SIZE = 4;

    private final DataInputStream in;
    private long bytes;
    private boolean begun;

    FlvReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The next tag; none at the end, or where nothing can be made of what follows. */
    Optional<FlvTag> next() throws IOException {
        try {
            if (!begun && !begin()) {
                return Optional.empty();
            }
            int type = in.readUnsignedByte() & 0x1f;
            int size = size();
            long time = size() | ((long) in.readUnsignedByte() << 24);
            size(); // the number of the stream, always 0
            var data = in.readNBytes(size);
            if (data.length < size) {
                return Optional.empty();
            }
            bytes += TAG_HEADER + size + PREVIOUS_SIZE;
            in.readInt();
            return Optional.of(new FlvTag(type, time, data));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** How far it has read. */
    long bytes() {
        return bytes;
    }

    private boolean begin() throws IOException {
        begun = true;
        var header = in.readNBytes(HEADER + PREVIOUS_SIZE);
        bytes = header.length;
        return header.length == HEADER + PREVIOUS_SIZE && header[0] == 'F' && header[1] == 'L' && header[2] == 'V';
    }

    private int size() throws IOException {
        return (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    }
}
