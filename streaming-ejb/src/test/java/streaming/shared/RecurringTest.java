package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringTest {

    private final List<String> done = new ArrayList<>();
    private final Recurring recurring = new Recurring("the test");

    @Test
    void outlivesWorkThatFails() {
        recurring.run(() -> {
            throw new IllegalStateException("no database");
        });

        recurring.run(() -> done.add("again"));

        assertThat(done).containsExactly("again");
    }
}
