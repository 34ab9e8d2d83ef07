package streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import org.junit.jupiter.api.Test;

class RtmpStatTest {

    @Test
    void tellsWhoPublishesAndNotWhoRelays() {
        var stat = RtmpStat.of("""
                <rtmp><nginx_version>1.22.1</nginx_version><server>
                <application><name>app</name><live><stream><name>benw</name><time>7751</time>
                <client><id>3</id><address>127.0.0.1/hls</address><time>7751</time><active/></client>
                <client><id>1</id><address>127.0.0.1</address><time>7926</time><publishing/><active/></client>
                <meta><video><width>640</width></video></meta><nclients>2</nclients><publishing/><active/>
                </stream><nclients>2</nclients></live></application>
                <application><name>hls</name><live><stream><name>benw</name>
                <client><id>4</id><time>7751</time><publishing/></client></stream></live></application>
                </server></rtmp>
                """);

        assertThat(stat.publishers("app")).containsExactly(new RtmpStat.Publisher("benw", 1, 7926));
    }

    @Test
    void tellsHowAStreamComesIn() {
        var stat = RtmpStat.of("""
                <rtmp><server><application><name>app</name><live><stream><name>benw</name><time>7751</time>
                <bytes_in>684425</bytes_in>
                <client><id>3</id><dropped>2</dropped></client><client><id>1</id><dropped>1</dropped><publishing/></client>
                <meta><video><width>640</width><height>360</height><frame_rate>29.97</frame_rate><codec>H264</codec>
                <profile>Baseline</profile><level>3.0</level></video><audio><codec>AAC</codec><profile>LC</profile>
                <channels>1</channels><sample_rate>44100</sample_rate></audio></meta>
                <publishing/></stream><stream><name>left</name></stream></live></application></server></rtmp>
                """);

        assertThat(stat.flows("app"))
                .containsExactly(new RtmpStat.Flow(
                        "benw",
                        7751,
                        684425,
                        3,
                        new StreamHealth.Video("H264", "Baseline", "3.0", 640, 360, 29.97),
                        new StreamHealth.Audio("AAC", "LC", 44100, 1)));
    }

    @Test
    void countsTheBitrateSinceTheReadingBefore() {
        var first = flow(1_000, 100_000);

        assertThat(StreamHealth.of(null, first).bitrate()).isEqualTo(800);
        assertThat(StreamHealth.of(first, flow(3_000, 600_000)).bitrate()).isEqualTo(2_000);
        assertThat(StreamHealth.of(flow(9_000, 9_000_000), first).bitrate())
                .as("of another stream of the same name")
                .isEqualTo(800);
    }

    private static RtmpStat.Flow flow(long time, long bytes) {
        return new RtmpStat.Flow("benw", time, bytes, 0, null, null);
    }

    @Test
    void refusesWhatIsNoStatistics() {
        assertThatThrownBy(() -> RtmpStat.of("<html>not found")).isInstanceOf(ProcessingException.class);
    }

    @Test
    void findsNobodyOnANodeAtRest() {
        var stat = RtmpStat.of("<rtmp><server><application><name>app</name><live><nclients>0</nclients></live>"
                + "</application></server></rtmp>");

        assertThat(stat.publishers("app")).isEmpty();
        assertThat(RtmpStat.of("<rtmp/>").publishers("app")).isEmpty();
    }
}
