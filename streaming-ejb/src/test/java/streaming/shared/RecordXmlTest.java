package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import streaming.catalog.TagJson;

class RecordXmlTest {

    @Test
    void writesAPageAsItsJsonIs() throws IOException {
        var out = new ByteArrayOutputStream();
        var page = new Page<>(List.of(new TagJson("é<&>\u0007", 2, 1)), 0, 20, 1);

        new RecordXml().writeTo(page, Page.class, Page.class, null, null, null, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><page><items><tag><name>é&lt;&amp;&gt;</name>"
                        + "<channels>2</channels><live>1</live></tag></items><page>0</page><size>20</size>"
                        + "<total>1</total></page>");
    }
}
