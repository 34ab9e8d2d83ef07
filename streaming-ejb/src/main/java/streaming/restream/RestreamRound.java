package streaming.restream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import streaming.encode.EncodeConfig;
import streaming.encode.StreamInput;
import streaming.encode.Supervised;
import streaming.ingest.IngestConfig;
import streaming.restream.Sendings.Due;
import streaming.shared.Background;
import streaming.shared.Seal;

/** Sends what is live on to where its owners want it: a program for each server, looked after each second. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RestreamRound {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Sendings sendings;

    @Inject
    RestreamConfig config;

    @Inject
    EncodeConfig encode;

    @Inject
    IngestConfig ingest;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    private final String holder = UUID.randomUUID().toString();
    private final Map<Long, Sending> running = new HashMap<>();
    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "restreams", PAUSE, this::round);
    }

    /** Ends all programs; another node, or this one when it starts again, sends on. */
    @PreDestroy
    void stop() {
        background.close();
        running.values().forEach(sending -> sending.program().close());
        try {
            for (var sending : running.values()) {
                sending.program().awaitEnd();
                sendings.release(sending.due().id(), holder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        running.values().forEach(sending -> sending.program().lookAfter());
        var due = sendings.claim(holder).stream().collect(Collectors.toMap(Due::id, one -> one));
        running.values().removeIf(sending -> isOver(sending, due));
        due.forEach((id, one) -> running.computeIfAbsent(id, key -> begin(one)));
        running.replaceAll((id, sending) -> told(sending));
    }

    /** Its broadcast has ended, or its owner wants it otherwise. */
    private boolean isOver(Sending sending, Map<Long, Due> due) {
        var now = due.get(sending.due().id());
        if (sending.due().isSame(now)) {
            return false;
        }
        sending.program().close();
        if (now == null) {
            sendings.release(sending.due().id(), holder);
        }
        return true;
    }

    private Sending begin(Due due) {
        var input =
                new StreamInput(ingest.tap(due.node()), due.application(), due.channel(), ingest.tapWord(due.node()));
        var target = new Target(
                TargetAddress.of(due.address(), true),
                config.privateNetwork(),
                ingest.rtmpPort(),
                lookUp -> threads.newThread(lookUp).start());
        var program = new Supervised(
                "Sending " + due,
                () -> target.program(encode.ffmpeg(), input, Restream.key(due.sealedKey(), seal)),
                clock);
        return new Sending(due, program, null);
    }

    private Sending told(Sending sending) {
        var status = sending.program().status();
        if (sending.isTold(status)) {
            return sending;
        }
        sendings.keep(sending.due().id(), holder, status);
        return new Sending(sending.due(), sending.program(), status);
    }
}
