package streaming.ingest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import streaming.account.AccountDeleted;
import streaming.broadcast.Fence;
import streaming.channel.StreamKeyReplaced;
import streaming.moderation.Banned;

/** The ingest nodes of the configuration. */
@ApplicationScoped
public class IngestNodes {

    private static final Logger LOG = System.getLogger(IngestNodes.class.getName());

    private static final int LONGEST_SEGMENT = 20_000_000; // ten seconds of 16 Mbit/s

    @Inject
    IngestConfig config;

    private Client client;

    @PostConstruct
    void open() {
        client = ClientBuilder.newBuilder()
                .connectTimeout(1, TimeUnit.SECONDS)
                .readTimeout(2, TimeUnit.SECONDS)
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    List<IngestNode> all() {
        return config.nodes().stream()
                .map(name -> new IngestNode(name, config.control(name), client))
                .toList();
    }

    /** What comes in on all nodes that are in reach. */
    List<RtmpStat.Flow> flows() {
        var flows = new ArrayList<RtmpStat.Flow>();
        for (var node : all()) {
            try {
                flows.addAll(node.flows());
            } catch (ProcessingException | WebApplicationException e) {
                LOG.log(Level.DEBUG, "Ingest node {0} is out of reach: {1}", node.name(), e.getMessage());
            }
        }
        return flows;
    }

    /** The newest segment of a live channel on a node; none where there is none yet, or the node is out of reach. */
    public Optional<byte[]> newestSegment(String node, String channel) {
        try {
            return all().stream()
                    .filter(candidate -> candidate.name().equals(node))
                    .findFirst()
                    .flatMap(found -> found.newestSegment(channel, LONGEST_SEGMENT));
        } catch (ProcessingException e) {
            return Optional.empty(); // the reconciler says so
        }
    }

    /** What the recorders of a node have written; none if it is out of reach. */
    public Optional<List<RecordedFile>> recordings(String node) {
        return reach(node, IngestNode::recordings);
    }

    /** Has a stream recorded; tells whether that began now. A node that refuses or is out of reach tells nothing. */
    public Optional<Boolean> startRecording(String node, String channel) {
        return reach(node, found -> found.startRecording(channel));
    }

    public Optional<Boolean> stopRecording(String node, String channel) {
        return reach(node, found -> found.stopRecording(channel));
    }

    /** What is in a recorded file now; none where there is no such file. Whoever asked closes it. */
    public Optional<InputStream> openRecording(String node, String file) throws IOException {
        try {
            return get(node).openRecording(file);
        } catch (ProcessingException e) {
            throw new IOException("The ingest node %s did not give %s".formatted(node, file), e);
        }
    }

    /** Deletes a recorded file; tells whether it is gone. */
    public boolean deleteRecording(String node, String file) {
        return reach(node, found -> found.deleteRecording(file)).orElse(false);
    }

    /** When the channel's playlist was last written. */
    public Optional<Instant> playlistWrittenAt(String node, String channel) {
        return reach(node, found -> found.playlistWrittenAt(channel).orElse(null));
    }

    public List<String> names() {
        return config.nodes();
    }

    private <T> Optional<T> reach(String node, Function<IngestNode, T> work) {
        try {
            return Optional.ofNullable(work.apply(get(node)));
        } catch (ProcessingException | WebApplicationException e) {
            LOG.log(Level.DEBUG, "Ingest node {0} is out of reach: {1}", node, e.getMessage());
            return Optional.empty();
        }
    }

    private IngestNode get(String node) {
        return new IngestNode(node, config.control(node), client);
    }

    /** When the playlist of a rendition was last written; none where there is none, or the node is out of reach. */
    public Optional<Instant> playlistWrittenAt(String node, String channel, String rendition) {
        return reach(node, found -> found.playlistWrittenAt(channel, rendition).orElse(null));
    }

    /** Which application of the node's nginx has the channel's stream; none if it is out of reach. */
    public Optional<String> packager(String node, String channel) {
        return reach(node, found -> found.packager(channel));
    }

    /** Cuts the connection of a fence, so that another may have its stream; tells whether it could be. */
    boolean drop(String channel, Fence fence) {
        try {
            return all().stream()
                    .filter(node -> node.name().equals(fence.node()))
                    .anyMatch(node -> node.drop(channel, fence.clientId()));
        } catch (ProcessingException | WebApplicationException e) {
            LOG.log(Level.WARNING, "Ingest node {0} is out of reach: {1}", fence.node(), e.getMessage());
            return false;
        }
    }

    /** Ends the channel's playlist, wherever there is one; tells whether all nodes did. */
    boolean endPlaylist(String channel) {
        return onEach(node -> node.endPlaylist(channel));
    }

    /** Deletes the channel's ended playlist, wherever there is one; tells whether all nodes did. */
    boolean forgetPlaylist(String channel) {
        return onEach(node -> node.forgetPlaylist(channel));
    }

    /** Deletes what the channel sent, wherever it is; tells whether all nodes did. */
    boolean erase(String channel) {
        return onEach(node -> node.erase(channel));
    }

    private boolean onEach(Consumer<IngestNode> action) {
        var done = true;
        for (var node : all()) {
            try {
                action.accept(node);
            } catch (ProcessingException | WebApplicationException e) {
                LOG.log(Level.WARNING, "Ingest node {0} is out of reach: {1}", node.name(), e.getMessage());
                done = false;
            }
        }
        return done;
    }

    /** Has those of these channels encrypted from now on that are not. A node out of reach is asked again soon. */
    void seal(Set<String> channels) {
        for (var node : all()) {
            try {
                node.open().stream()
                        .map(RtmpStat.Publisher::stream)
                        .filter(channels::contains)
                        .forEach(node::reroute);
            } catch (ProcessingException | WebApplicationException e) {
                LOG.log(Level.DEBUG, "Ingest node {0} is out of reach: {1}", node.name(), e.getMessage());
            }
        }
    }

    /** Cuts a banned streamer's encoder. A node out of reach is left to the reconciler, which cuts it later. */
    void cut(@Observes(during = TransactionPhase.AFTER_SUCCESS) Banned banned) {
        cut(banned.username());
    }

    void cut(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        cut(deleted.username());
    }

    /** Ends the stream of who wants it so, because somebody else may have the old key. */
    void cut(@Observes(during = TransactionPhase.AFTER_SUCCESS) StreamKeyReplaced replaced) {
        if (replaced.endsStream()) {
            cut(replaced.channel());
        }
    }

    private void cut(String channel) {
        onEach(node -> node.publishers().stream()
                .filter(publisher -> publisher.stream().equals(channel))
                .forEach(node::drop));
    }
}
