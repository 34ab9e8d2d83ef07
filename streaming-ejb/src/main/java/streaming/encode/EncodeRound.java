package streaming.encode;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import streaming.encode.Encodings.Held;
import streaming.ingest.IngestConfig;
import streaming.ingest.IngestNodes;
import streaming.ingest.StreamHealths;
import streaming.shared.Background;

/** Makes renditions of what is live, as many as this node may: one program a broadcast, ended with it. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EncodeRound {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PURGE = Duration.ofMinutes(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    EncodeConfig config;

    @Inject
    Encodings encodings;

    @Inject
    IngestConfig ingest;

    @Inject
    IngestNodes nodes;

    @Inject
    StreamHealths healths;

    @Inject
    Clock clock;

    private final String holder = UUID.randomUUID().toString();
    private final Map<Long, Encoding> running = new HashMap<>();
    private Background background;
    private Ladder ladder = new Ladder(List.of(), false);
    private Instant purgedAt = Instant.EPOCH;

    @PostConstruct
    void start() {
        background = Background.start(threads, "renditions", PAUSE, this::round);
    }

    /** Ends all programs; another node, or this one when it starts again, goes on with their broadcasts. */
    @PreDestroy
    void stop() {
        background.close();
        running.values().forEach(Encoding::close);
        try {
            for (var encoding : running.values()) {
                encoding.awaitEnd();
                encodings.release(encoding.held().broadcastId(), holder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        running.values().forEach(Encoding::lookAfter);
        if (!config.ladder().equals(ladder)) {
            running.values().removeIf(encoding -> isOver(encoding, Map.of()));
            ladder = config.ladder();
        }
        if (ladder.isEmpty()) {
            return;
        }
        if (purgedAt.isBefore(clock.instant().minus(PURGE))) {
            purgedAt = clock.instant();
            encodings.purge();
        }
        var busy = running.values().stream().filter(Encoding::takesRoom).count();
        var held = encodings.claim(holder, Math.max(0, config.most() - (int) busy)).stream()
                .collect(Collectors.toMap(Held::broadcastId, one -> one));
        running.values().removeIf(encoding -> isOver(encoding, held));
        held.forEach((id, one) -> running.computeIfAbsent(id, key -> begin(one)));
        running.values().forEach(this::show);
    }

    /** Its broadcast has ended, or waits for its encoder, or has come to another ingest node. */
    private boolean isOver(Encoding encoding, Map<Long, Held> held) {
        if (encoding.held().equals(held.get(encoding.held().broadcastId()))) {
            return false;
        }
        encoding.close();
        encodings.release(encoding.held().broadcastId(), holder);
        return true;
    }

    private Encoding begin(Held held) {
        var input = new StreamInput(ingest.tap(held.node()), "hls", held.channel(), ingest.tapWord(held.node()));
        var encoder = new LadderEncoder(config.ffmpeg(), config.preset());
        return new Encoding(
                held,
                ladder,
                () -> healths.find(held.channel()),
                (renditions) -> encoder.program(input, renditions),
                clock);
    }

    private void show(Encoding encoding) {
        var held = encoding.held();
        encoding.changed(rendition -> nodes.playlistWrittenAt(held.node(), held.channel(), rendition.name()))
                .ifPresent(shown ->
                        encodings.keep(held.broadcastId(), holder, shown.names(), shown.playlist(), shown.trouble()));
    }
}
