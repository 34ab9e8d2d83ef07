package streaming.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import streaming.shared.Secret;

/** The secret that an encoder publishes with: found by its hash, shown to its owner by opening the seal. */
@Entity
@Table(name = "stream_keys")
public class StreamKey {

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

    StreamKey(Channel channel, Secret key, KeySeal seal, Instant now) {
        this.channel = channel;
        replace(key, seal, now);
    }

    /** From now on, only the new key goes live. */
    final void replace(Secret key, KeySeal seal, Instant now) {
        this.hash = key.hash();
        this.sealed = seal.seal(key);
        this.createdAt = now;
    }

    Secret open(KeySeal seal) {
        return seal.open(sealed);
    }

    Channel channel() {
        return channel;
    }
}
