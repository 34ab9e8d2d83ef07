package streaming.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import streaming.shared.Seal;
import streaming.shared.Secret;

/** The secret that an encoder publishes with: found by its hash, shown to its owner by opening the seal. */
@Entity
@Table(name = "stream_keys")
public class StreamKey {

    private static final String PURPOSE = "stream-keys";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    @SuppressWarnings("unused") // what an encoder's key is looked up by, see streaming.ingest.Ingest
    private byte[] hash;

    private byte[] sealed;

    @SuppressWarnings("unused") // for whoever reads the table
    private Instant createdAt;

    protected StreamKey() {} // for JPA

    StreamKey(Channel channel, Secret key, Seal seal, Instant now) {
        this.channel = channel;
        replace(key, seal, now);
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

    Channel channel() {
        return channel;
    }
}
