package streaming.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.channel.ChannelsOnTest;
import streaming.shared.TestClock;

class ChatHistoryTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final ChatHistory history = new ChatHistory();
    Account ada;
    long cooking;
    long chess;

    @BeforeEach
    void signUp() {
        var site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        history.entityManager = database.entityManager();
        ada = site.signUp("ada");
        site.signUp("grace");
        cooking = database.count("select id from channels where name = 'ada'");
        chess = database.count("select id from channels where name = 'grace'");
    }

    @Test
    void numbersTheLinesOfEachChannelFromOne() throws SQLException {
        write(List.of(line(cooking, "one"), line(chess, "uno"), line(cooking, "two")));
        write(List.of(line(cooking, "three")));

        assertThat(history.after(cooking, 0, 10))
                .extracting(ChatMessageJson::text)
                .containsExactly("one", "two", "three");
        assertThat(history.after(cooking, 0, 10))
                .extracting(ChatMessageJson::seq)
                .containsExactly(1L, 2L, 3L);
        assertThat(history.after(chess, 0, 10)).extracting(ChatMessageJson::seq).containsExactly(1L);
        assertThat(history.lastSeq(cooking)).isEqualTo(3);
        assertThat(history.lastSeq(99)).isZero();
    }

    @Test
    void givesBackWhatWasWritten() throws SQLException {
        var line = line(cooking, "salt & <b>pepper</b> 🧂");

        write(List.of(line));

        assertThat(history.before(cooking, Long.MAX_VALUE, 1))
                .containsExactly(new ChatMessageJson(1, line.id(), "ada", line.text(), line.at()));
    }

    @Test
    void readsBothWaysOldestFirst() throws SQLException {
        write(IntStream.rangeClosed(1, 9)
                .mapToObj(n -> line(cooking, "line " + n))
                .toList());

        assertThat(history.before(cooking, 5, 2))
                .extracting(ChatMessageJson::seq)
                .containsExactly(3L, 4L);
        assertThat(history.after(cooking, 5, 2))
                .extracting(ChatMessageJson::seq)
                .containsExactly(6L, 7L);
    }

    @Test
    void leavesNoGapWhenNodesWriteAtOnce() throws Exception {
        var nodes = new ArrayList<Callable<Void>>();
        for (int node = 0; node < 4; node++) {
            nodes.add(() -> {
                for (int batch = 0; batch < 20; batch++) {
                    write(List.of(line(chess, "a"), line(cooking, "b"), line(chess, "c")));
                    write(List.of(line(cooking, "d"), line(chess, "e")));
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (var result : threads.invokeAll(nodes)) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(history.after(chess, 0, 1_000))
                .extracting(ChatMessageJson::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 240).boxed().toList());
        assertThat(history.lastSeq(cooking)).isEqualTo(160);
    }

    private void write(List<ChatLine> lines) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            ChatInsert.run(connection, lines);
        }
    }

    private ChatLine line(long channel, String text) {
        return new ChatLine(channel, "any", UUID.randomUUID(), signedIn(ada), text, clock.instant(), "session", null);
    }
}
