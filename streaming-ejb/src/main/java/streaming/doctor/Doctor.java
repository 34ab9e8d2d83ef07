package streaming.doctor;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import streaming.caller.AdminRequired;
import streaming.caller.SignedIn;
import streaming.ingest.DoctorKeys;
import streaming.ingest.IngestConfig;
import streaming.ingest.NoSuchIngestNode;

/** Examines ingest nodes. It takes a few seconds each, holds no transaction, and changes nothing. */
@ApplicationScoped
public class Doctor {

    @Inject
    IngestConfig config;

    @Inject
    DoctorKeys keys;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    String site;

    @Inject
    @ConfigProperty(name = "streaming.preview.ffmpeg", defaultValue = "ffmpeg")
    String ffmpeg;

    private Client client;

    @PostConstruct
    void open() {
        client = ClientBuilder.newBuilder()
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(9, TimeUnit.SECONDS) // a node waits 8 s for the application
                .property("jersey.config.client.followRedirects", false)
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The nodes that there are. */
    public List<String> nodes() {
        return config.nodes();
    }

    /**
     * Examines a node.
     *
     * @throws AdminRequired the caller is no admin
     * @throws NoSuchIngestNode there is no such node
     */
    public NodeReport examine(SignedIn who, String node) {
        if (!who.admin()) {
            throw new AdminRequired();
        }
        if (!config.nodes().contains(node)) {
            throw new NoSuchIngestNode();
        }
        return report(node, examination(node));
    }

    Examination examination(String node) {
        return new Examination(
                new Examination.Patient(
                        node,
                        config.secretOf(node),
                        client.target(config.control(node)),
                        client.target(site),
                        config.rtmp(node).toString(),
                        ffmpeg),
                keys,
                clock);
    }

    NodeReport report(String node, Examination examination) {
        return NodeReport.of(node, clock.instant(), examination.run());
    }
}
