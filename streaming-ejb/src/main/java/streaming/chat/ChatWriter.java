package streaming.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import streaming.event.ChannelEvent;
import streaming.event.Outbox;
import streaming.shared.Background;
import streaming.shared.Database;

/**
 * Writes what is said, by group commit: while one statement is on its way to the disk, the lines that come wait, and go
 * together with the next. A line goes out to the viewers only once it is durable.
 */
@ApplicationScoped
public class ChatWriter {

    private static final Logger LOG = System.getLogger(ChatWriter.class.getName());
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 500;

    private record Waiting(ChatLine line, Consumer<ChatLine> failed) {}

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Outbox outbox;

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private Background writer;

    @PostConstruct
    void start() {
        writer = Background.start(threads, "chat-writer", Duration.ZERO, this::writeNext);
    }

    @PreDestroy
    void stop() {
        writer.close();
    }

    /**
     * Takes a line to write; its author sees it when all do.
     *
     * @param failed told if the line cannot be written after all
     * @throws ChatBusy too many lines wait
     */
    public void write(ChatLine line, Consumer<ChatLine> failed) {
        if (!waiting.offer(new Waiting(line, failed))) {
            throw new ChatBusy();
        }
    }

    private void writeNext() throws InterruptedException {
        var batch = new ArrayList<Waiting>();
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        write(batch);
    }

    private void write(List<Waiting> batch) {
        try (var connection = dataSource.getConnection()) {
            var lines = batch.stream().map(Waiting::line).toList();
            ChatInsert.run(connection, lines)
                    .forEach((line, message) -> outbox.publish(
                            new ChannelEvent(line.channel(), message.toEvent(), line.origin(), line.ref()).toJson()));
        } catch (SQLException | RuntimeException e) {
            if (batch.size() > 1) {
                batch.forEach(one -> write(List.of(one))); // one bad line must not take the others with it
            } else {
                LOG.log(
                        Level.ERROR,
                        "A line of {0} was not written: {1}",
                        batch.get(0).line().channel(),
                        e);
                batch.get(0).failed().accept(batch.get(0).line());
            }
        }
    }
}
