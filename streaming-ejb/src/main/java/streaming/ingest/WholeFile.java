package streaming.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file on its way here, which must not seem to end where a connection broke. */
final class WholeFile extends FilterInputStream {

    private long missing;

    WholeFile(InputStream in, long length) {
        super(in);
        this.missing = length;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? -1 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (read > 0) {
            missing -= read;
        } else if (read < 0 && missing > 0) {
            throw new IOException("The connection broke %d bytes before the end".formatted(missing));
        }
    }
}
