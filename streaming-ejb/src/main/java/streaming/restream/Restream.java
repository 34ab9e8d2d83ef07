package streaming.restream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import streaming.channel.Channel;
import streaming.shared.Seal;

/** Another server that a channel's stream is sent on to. How it does, {@link Sendings} writes beside it. */
@Entity
@Table(name = "restreams")
public class Restream {

    private static final String PURPOSE = "restream-keys";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID uid;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Channel channel;

    private String name;
    private String address;
    private byte[] sealedKey;
    private boolean enabled;
    private Instant createdAt;

    // What sends it is started anew with another version.
    @Version
    private long version;

    @Column(insertable = false, updatable = false)
    private Instant leasedUntil;

    @Column(insertable = false, updatable = false)
    private String state;

    @Column(insertable = false, updatable = false)
    private Instant stateSince;

    @Column(insertable = false, updatable = false)
    private String trouble;

    @Column(insertable = false, updatable = false)
    private Instant nextTryAt;

    protected Restream() {} // for JPA

    Restream(Channel channel, NewRestream input, TargetAddress address, Seal seal, Instant now) {
        this.uid = UUID.randomUUID();
        this.channel = channel;
        this.createdAt = now;
        this.enabled = input.enabled() == null || input.enabled();
        this.name = input.name().strip();
        aim(address);
        replaceKey(input.key(), seal);
    }

    void rename(String newName) {
        name = newName.strip();
    }

    void aim(TargetAddress newAddress) {
        address = newAddress.toString();
    }

    void replaceKey(String newKey, Seal seal) {
        sealedKey = seal.seal(PURPOSE, newKey.strip().getBytes(UTF_8));
    }

    void enable(boolean on) {
        enabled = on;
    }

    /** What the other server knows the stream by. */
    String key(Seal seal) {
        return key(sealedKey, seal);
    }

    static String key(byte[] sealedKey, Seal seal) {
        return new String(seal.open(PURPOSE, sealedKey), UTF_8);
    }

    public Channel channel() {
        return channel;
    }

    public UUID uid() {
        return uid;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public boolean enabled() {
        return enabled;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** How it does; what a node wrote that has died since counts for nothing. */
    RestreamState state(Instant now) {
        if (!enabled) {
            return RestreamState.OFF;
        }
        return isSent(now) ? RestreamState.valueOf(state.toUpperCase(Locale.ROOT)) : RestreamState.IDLE;
    }

    private boolean isSent(Instant now) {
        return state != null && leasedUntil != null && leasedUntil.isAfter(now);
    }

    Instant since(Instant now) {
        return isSent(now) ? stateSince : null;
    }

    String trouble(Instant now) {
        return isSent(now) ? trouble : null;
    }

    Instant nextTryAt(Instant now) {
        return isSent(now) ? nextTryAt : null;
    }
}
