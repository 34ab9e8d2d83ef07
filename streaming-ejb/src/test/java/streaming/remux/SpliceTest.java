package streaming.remux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpliceTest {

    static final byte[] HEAD = {0x17, 0, 1};
    static final byte[] OTHER_HEAD = {0x17, 0, 2};

    final List<ByteArrayOutputStream> parts = new ArrayList<>();

    @Test
    void letsTimeGoOnFromFileToFile() throws IOException {
        var splice = splice();
        for (int file = 0; file < 2; file++) {
            splice.nextFile();
            splice.add(video(5000, HEAD));
            splice.add(video(5000, 0x17, 1));
            splice.add(video(5040, 0x27, 1));
        }
        splice.close();

        assertThat(times(0)).containsExactly(0L, 0L, 40L, 80L, 120L);
        assertThat(splice.duration()).isEqualTo(160);
        assertThat(parts).hasSize(1);
    }

    @Test
    void bearsTimesThatJump() throws IOException {
        var splice = splice();
        splice.add(video(0, HEAD));
        for (long time : new long[] {0, 40, 9_000_000, 9_000_040, 0, 30}) {
            splice.add(video(time, 0x17, 1));
        }
        splice.close();

        assertThat(times(0)).containsExactly(0L, 0L, 40L, 80L, 120L, 160L, 190L);
    }

    @Test
    void beginsAPartWithOtherSettingsAtZero() throws IOException {
        var splice = splice();
        splice.add(video(0, HEAD));
        splice.add(video(0, 0x17, 1));
        splice.add(video(100, OTHER_HEAD));
        splice.add(video(100, 0x17, 1));
        splice.add(video(140, 0x27, 1));
        splice.close();

        assertThat(parts).hasSize(2);
        assertThat(times(1).get(0)).isZero();
        assertThat(splice.duration()).isEqualTo(180);
    }

    @Test
    void readsBackWhatWasWrittenAlsoLateInALongStream() throws IOException {
        var splice = splice();
        splice.add(video(0, HEAD));
        long day = 24 * 3600 * 1000L;
        for (long time = 0; time <= day; time += 20_000) {
            splice.add(video(time, 0x17, 1));
        }
        splice.close();

        var times = times(0);
        assertThat(times.get(times.size() - 1)).isEqualTo(day);
    }

    private Splice splice() throws IOException {
        return new Splice(
                number -> {
                    parts.add(new ByteArrayOutputStream());
                    return parts.get(number);
                },
                new KeyFrames(new FlvWriter(new ByteArrayOutputStream()), 0));
    }

    private List<Long> times(int part) throws IOException {
        var reader = new FlvReader(new ByteArrayInputStream(parts.get(part).toByteArray()));
        var times = new ArrayList<Long>();
        for (var tag = reader.next(); tag.isPresent(); tag = reader.next()) {
            times.add(tag.get().time());
        }
        return times;
    }

    private static FlvTag video(long time, int... data) {
        var bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return video(time, bytes);
    }

    private static FlvTag video(long time, byte[] data) {
        return new FlvTag(9, time, data);
    }
}
