package streaming.remux;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes FLV. */
final class FlvWriter implements AutoCloseable {

    private static final byte[] HEADER = {'F', 'L', 'V', 1, 5, 0, 0, 0, 9, 0, 0, 0, 0};
    private static final int TAG_HEADER = 11;
    private static final int BUFFER = 1 << 17;

    private final DataOutputStream out;

    FlvWriter(OutputStream out) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
        this.out.write(HEADER);
    }

    void write(FlvTag tag) throws IOException {
        int size = tag.data().length;
        out.writeInt((tag.type() << 24) | size);
        out.writeInt((int) ((tag.time() << 8) | ((tag.time() >> 24) & 0xff)));
        out.writeShort(0);
        out.writeByte(0);
        out.write(tag.data());
        out.writeInt(TAG_HEADER + size);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
