package streaming.remux;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fragments of an fMP4 file are, as its boxes say (ISO/IEC 14496-12 §8.8). ffmpeg's own HLS muxer would write
 * the same playlist, and take four times as long over it.
 *
 * @param file its name in the playlist
 * @param head how many bytes come before the first fragment
 */
record Fragments(String file, long head, List<Fragment> all) {

    private static final int HEADER = 8;
    private static final int LARGEST = 50_000_000;

    /** One fragment: its bytes, and how long it is. */
    record Fragment(long offset, long length, double seconds) {}

    private record Start(long offset, long time) {}

    /** Reads a file that is so long, in milliseconds. */
    static Fragments of(Path path, long millis) throws IOException {
        var starts = new ArrayList<Start>();
        long head = 0;
        long end = 0;
        long scale = 1;
        try (var file = FileChannel.open(path)) {
            long size;
            for (long at = 0; at + HEADER <= file.size(); at += size) {
                var header = read(file, at, HEADER);
                size = Integer.toUnsignedLong(header.getInt());
                var type = type(header);
                if (size == 1) {
                    size = read(file, at + HEADER, HEADER).getLong();
                }
                if (size < HEADER || at + size > file.size()) {
                    throw new IOException("%s is torn at %d".formatted(path.getFileName(), at));
                }
                switch (type) {
                    case "moov" -> {
                        scale = timescale(find(read(file, at + HEADER, size - HEADER), "trak", "mdia", "mdhd"));
                        head = at + size;
                    }
                    case "moof" ->
                        starts.add(new Start(at, time(find(read(file, at + HEADER, size - HEADER), "traf", "tfdt"))));
                    case "mdat" -> end = at + size;
                    default -> {} // tells nothing of where things are
                }
            }
        }
        return new Fragments(String.valueOf(path.getFileName()), head, fragments(starts, end, scale, millis));
    }

    private static List<Fragment> fragments(List<Start> starts, long end, long scale, long millis) {
        var fragments = new ArrayList<Fragment>();
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var last = i + 1 == starts.size();
            var ends = last ? millis / 1000.0 : starts.get(i + 1).time() / (double) scale;
            var length = (last ? end : starts.get(i + 1).offset()) - start.offset();
            fragments.add(new Fragment(start.offset(), length, Math.max(0.001, ends - start.time() / (double) scale)));
        }
        return fragments;
    }

    /** What is in the first box of this path, each within the one before. */
    private static ByteBuffer find(ByteBuffer boxes, String... path) throws IOException {
        var within = boxes;
        for (var wanted : path) {
            within = child(within, wanted);
        }
        return within;
    }

    private static ByteBuffer child(ByteBuffer boxes, String wanted) throws IOException {
        while (boxes.remaining() >= HEADER) {
            int size = boxes.getInt();
            var type = type(boxes);
            if (size < HEADER || size - HEADER > boxes.remaining()) {
                break;
            }
            if (type.equals(wanted)) {
                return boxes.slice(boxes.position(), size - HEADER);
            }
            boxes.position(boxes.position() + size - HEADER);
        }
        throw new IOException("The MP4 file lacks " + wanted);
    }

    private static long timescale(ByteBuffer mdhd) {
        return Integer.toUnsignedLong(mdhd.getInt(mdhd.get(0) == 1 ? 20 : 12));
    }

    private static long time(ByteBuffer tfdt) {
        return tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
    }

    private static String type(ByteBuffer box) {
        var bytes = new byte[4];
        box.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static ByteBuffer read(FileChannel file, long at, long length) throws IOException {
        if (length > LARGEST) {
            throw new IOException("A box of %d bytes is none of ffmpeg's".formatted(length));
        }
        var buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("The MP4 file ends within a box");
            }
        }
        return buffer.flip();
    }
}
