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
