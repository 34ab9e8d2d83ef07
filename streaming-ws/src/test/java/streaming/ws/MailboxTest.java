package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void doesWhatIsPostedAtOnce() {
        var mailbox = new Mailbox<String>(done::add, () -> done.add("|"));

        mailbox.post("a");
        mailbox.post("b");

        assertThat(done).containsExactly("a", "|", "b", "|");
    }

    @Test
    void takesTogetherWhatIsPostedMeanwhile() {
        var mailboxes = new ArrayList<Mailbox<String>>();
        mailboxes.add(new Mailbox<>(
                item -> {
                    done.add(item);
                    if (item.equals("a")) {
                        mailboxes.get(0).post("b");
                        mailboxes.get(0).post("c");
                    }
                },
                () -> done.add("|")));

        mailboxes.get(0).post("a");

        assertThat(done).containsExactly("a", "|", "b", "c", "|");
    }

    @Test
    void goesOnAfterWorkThatFailed() {
        var mailbox = new Mailbox<String>(
                item -> {
                    if (item.equals("bad")) {
                        throw new IllegalStateException("one bad thing");
                    }
                    done.add(item);
                },
                () -> {});

        mailbox.post("bad");
        mailbox.post("good");

        assertThat(done).containsExactly("good");
    }

    @Test
    void worksInOneThreadAtATimeAndLosesNothing() throws Exception {
        var numbers = new ArrayList<Integer>(); // no thread-safe list: it breaks if two work at once
        var mailbox = new Mailbox<Integer>(numbers::add, () -> {});
        var posters = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(poster -> () -> {
                    IntStream.range(0, 50_000).forEach(mailbox::post);
                    return null;
                })
                .toList();
        var threads = Executors.newFixedThreadPool(posters.size());
        try {
            for (var result : threads.invokeAll(posters)) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(numbers).hasSize(200_000);
    }
}
