package streaming.remux;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes a recording of the files of an ingest node, in one pass: they are read once, joined, and handed to ffmpeg, which
 * packages them anew as fMP4 with one HLS playlist, and encodes nothing.
 */
final class Remux {

    private static final Logger LOG = System.getLogger(Remux.class.getName());
    private static final String KEYS = "keys.flv";
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int BUFFER = 1 << 17;
    private static final long REPORTED = 20_000_000;

    /** Opens one of the files; none where it is gone. */
    interface Source {
        Optional<InputStream> open() throws IOException;
    }

    /** What came of it. */
    record Result(Duration duration, long bytes, int parts, boolean storyboard) {}

    private final String program;
    private final Path folder;

    Remux(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * Fills the folder.
     *
     * @param about how long the recording is, in milliseconds
     * @param progress is told now and then how many bytes have been read
     */
    Result run(List<Source> sources, long about, LongConsumer progress) throws IOException, InterruptedException {
        var spliced = splice(sources, about, progress);
        if (spliced.parts() == 0) {
            return new Result(Duration.ZERO, 0, 0, false);
        }
        VodPlaylist.write(folder, spliced.parts());
        progress.accept(Long.MAX_VALUE); // the bytes are through; the pictures take a while, too
        var pictured = draw(spliced.keyFrames(), spliced.duration());
        Files.deleteIfExists(folder.resolve(KEYS));
        Files.deleteIfExists(folder.resolve(Ffmpeg.LOG));
        return new Result(Duration.ofMillis(spliced.duration()), bytes(), spliced.parts(), pictured);
    }

    private record Spliced(int parts, long duration, List<Long> keyFrames) {}

    private Spliced splice(List<Source> sources, long about, LongConsumer progress) throws IOException {
        try (var packagers = new Packagers();
                var keys = new KeyFrames(new FlvWriter(Files.newOutputStream(folder.resolve(KEYS))), about)) {
            var splice = new Splice(packagers, keys);
            long read = 0;
            for (var source : sources) {
                splice.nextFile();
                read += copy(source, splice, read, progress);
            }
            splice.close();
            return new Spliced(splice.count(), splice.duration(), keys.times());
        }
    }

    private static long copy(Source source, Splice splice, long before, LongConsumer progress) throws IOException {
        var opened = source.open();
        if (opened.isEmpty()) {
            return 0;
        }
        try (var in = new BufferedInputStream(opened.get(), BUFFER)) {
            var reader = new FlvReader(in);
            long reported = 0;
            for (var tag = reader.next(); tag.isPresent(); tag = reader.next()) {
                splice.add(tag.get());
                if (reader.bytes() > reported + REPORTED) {
                    reported = reader.bytes();
                    progress.accept(before + reported);
                }
            }
            return reader.bytes();
        }
    }

    /** Without pictures it can be watched all the same. */
    private boolean draw(List<Long> keyFrames, long duration) throws IOException, InterruptedException {
        if (keyFrames.isEmpty()) {
            return false;
        }
        try {
            new Storyboard(program).draw(folder, keyFrames, duration);
            return Files.exists(folder.resolve(Storyboard.PICTURES))
                    && Files.exists(folder.resolve(Storyboard.THUMBNAIL));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A recording has no pictures: {0}", e.getMessage());
            return false;
        }
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** An ffmpeg for each part, one at a time. */
    private final class Packagers implements Splice.Parts, AutoCloseable {

        private Ffmpeg running;

        @Override
        public OutputStream open(int number) throws IOException {
            var name = "part" + number;
            running = Ffmpeg.start(
                    program,
                    folder,
                    LONGEST,
                    "-f",
                    "flv",
                    "-i",
                    "pipe:0",
                    "-map",
                    "0:v:0?",
                    "-map",
                    "0:a:0?",
                    "-c",
                    "copy",
                    "-f",
                    "hls",
                    "-hls_time",
                    "6",
                    "-hls_playlist_type",
                    "vod",
                    "-hls_segment_type",
                    "fmp4",
                    "-hls_flags",
                    "single_file",
                    "-hls_segment_filename",
                    name + ".mp4",
                    name + ".m3u8");
            return new FilterOutputStream(running.input()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    finish();
                }
            };
        }

        void finish() throws IOException {
            try {
                if (running != null) {
                    running.finish(folder);
                    running = null;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while ffmpeg worked", e);
            }
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }
}
