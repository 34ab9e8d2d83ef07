package streaming.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import streaming.shared.Seal;
import streaming.shared.Secret;

/** The secret that an encoder publishes with: found by its hash, shown to its owner by opening the seal. */
@Entity
@Table(name = "stream_keys")
public class StreamKey {

    /** What the key is called that comes with a channel. */
    static final String FIRST = "Main";

    private static final String PURPOSE = "stream-keys";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID uid;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    private String name;

    // These three are read where encoders are let in, see streaming.ingest.Ingest.
    private byte[] hash;
    private Instant expiresAt;
    private List<String> networks = List.of();

    private byte[] sealed;
    private Instant createdAt;

    protected StreamKey() {} // for JPA

    StreamKey(Channel channel, StreamKeyInput input, Secret key, Seal seal, Instant now) {
        this.uid = UUID.randomUUID();
        this.channel = channel;
        change(input);
        replace(key, seal, now);
    }

    /** Takes name, end and networks in place of what it had. */
    final void change(StreamKeyInput input) {
        name = input.name().strip();
        expiresAt = input.expiresAt();
        networks = input.normalNetworks();
    }

    /** From now on, only the new key goes live. */
    final void replace(Secret key, Seal seal, Instant now) {
        this.hash = key.hash();
        this.sealed = seal.seal(PURPOSE, key.text().getBytes(StandardCharsets.UTF_8));
        this.createdAt = now;
    }

    Secret open(Seal seal) {
        return new Secret(new String(seal.open(PURPOSE, sealed), StandardCharsets.UTF_8));
    }

    Long id() {
        return id;
    }

    UUID uid() {
        return uid;
    }

    Channel channel() {
        return channel;
    }

    String name() {
        return name;
    }

    byte[] hash() {
        return hash.clone();
    }

    /** Null where it is good for ever. */
    Instant expiresAt() {
        return expiresAt;
    }

    List<String> networks() {
        return List.copyOf(networks);
    }

    Instant createdAt() {
        return createdAt;
    }
}
