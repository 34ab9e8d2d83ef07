package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentLinesTest {

    /** What the database has, and how often it was asked. */
    final List<JsonObject> stored = new ArrayList<>();

    int reads;

    final RecentLines recent = new RecentLines(List.of(line(1), line(2)), (seq, limit) -> {
        reads++;
        return stored.stream()
                .filter(line -> RecentLines.seq(line) > seq)
                .limit(limit)
                .toList();
    });

    @Test
    void takesTheNextLineWithoutAskingTheDatabase() {
        assertThat(recent.add(line(3))).containsExactly(line(3));

        assertThat(recent.lastSeq()).isEqualTo(3);
        assertThat(reads).isZero();
    }

    @Test
    void forgetsWhoSaidSomething() {
        recent.add(Json.createObjectBuilder(line(3)).add("from", "ada").build());
        recent.add(Json.createObjectBuilder(line(4)).add("from", "grace").build());

        recent.forget("ada");

        assertThat(recent.lines())
                .extracting(line -> line.getString("from", ""))
                .endsWith("deleted", "grace");
        assertThat(recent.lastSeq()).isEqualTo(4);
    }

    @Test
    void knowsALineThatCameBefore() {
        assertThat(recent.add(line(2))).isEmpty();
    }

    @Test
    void readsWhatWasLostOrOvertaken() {
        store(3, 5);

        assertThat(recent.add(line(5))).containsExactly(line(3), line(4), line(5));
        assertThat(recent.add(line(4))).isEmpty();
    }

    @Test
    void readsAsOftenAsItTakes() {
        store(3, 500);

        assertThat(recent.add(line(500))).hasSize(498);
        assertThat(recent.lastSeq()).isEqualTo(500);
    }

    @Test
    void goesOnWhereLinesAreGoneForGood() {
        assertThat(recent.add(line(9))).containsExactly(line(9));
    }

    @Test
    void keepsTheLastHundred() {
        LongStream.rangeClosed(3, 150).forEach(seq -> recent.add(line(seq)));

        assertThat(recent.lines()).hasSize(100).first().isEqualTo(line(51));
    }

    private void store(long from, long to) {
        LongStream.rangeClosed(from, to).mapToObj(RecentLinesTest::line).forEach(stored::add);
    }

    private static JsonObject line(long seq) {
        return Json.createObjectBuilder().add("type", "chat").add("seq", seq).build();
    }
}
