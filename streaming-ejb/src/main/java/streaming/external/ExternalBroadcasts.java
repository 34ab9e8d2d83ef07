package streaming.external;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import streaming.broadcast.Broadcasts;
import streaming.broadcast.LiveChanged;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.ingest.OwnerShutOut;
import streaming.shared.InvalidInput;

/** Starts, renews and ends what no ingest node carries. Each public method is one transaction. */
@Stateless
public class ExternalBroadcasts {

    private static final Logger LOG = System.getLogger(ExternalBroadcasts.class.getName());

    // The account's row is locked, so that a ban that comes at the same time sees the broadcast, or is seen. The
    // partial
    // unique index on open broadcasts decides between encoders.
    private static final String START = """
            with owned as (
                select c.id, c.title from channels c join accounts a on a.id = c.owner_id
                where c.name = :channel and a.active and a.banned_at is null
                for share of a
            )
            insert into broadcasts (channel_id, title, started_at, hls_url, lease_ends_at)
            select id, title, :now, :url, :ends from owned
            on conflict (channel_id) where ended_at is null do nothing
            """;

    private static final String RENEW = """
            update broadcasts b set lease_ends_at = :ends
            from channels c
            where c.name = :channel and b.channel_id = c.id and b.ended_at is null and b.hls_url = :url
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Channels channels;

    @Inject
    ExternalConfig config;

    @Inject
    Validator validator;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Clock clock;

    /** A broadcast, and whether it has just begun. */
    public record Told(BroadcastJson broadcast, boolean begun) {}

    /**
     * Takes an encoder's word that it is at this address: begins the broadcast, or renews the lease of the one that runs
     * from there. Title, category and tags count when it begins.
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     * @throws AlreadyBroadcasting the channel is live by another encoder
     * @throws OwnerShutOut the owner is banned or inactive
     */
    public Told tell(SignedIn who, String channel, NewBroadcast given) {
        InvalidInput.check(validator, given);
        var address = PlaylistAddress.of(given.hlsUrl(), config.takesPlainHttp());
        requireOwn(who, channel);
        if (execute(RENEW, channel, address) == 1) {
            return told(channel, false);
        }
        begin(who, channel, given, address);
        return told(channel, true);
    }

    private void begin(SignedIn who, String channel, NewBroadcast given, PlaylistAddress address) {
        var now = clock.instant();
        open(channel).filter(open -> open.isOver(now)).ifPresent(over -> broadcasts.end(over.id()));
        if (given.editsTheChannel()) {
            channels.edit(who, channel, given.edit());
        }
        entityManager.flush();
        if (execute(START, channel, address) == 0) {
            throw open(channel).isPresent() ? new AlreadyBroadcasting(channel) : new OwnerShutOut(channel);
        }
        changed.fire(LiveChanged.elsewhere(channel, now, address.text()));
        LOG.log(Level.INFO, "{0} went live from elsewhere", channel);
    }

    /** What is on; refuses with {@link NoSuchChannel} and {@link NoSuchBroadcast}. */
    public BroadcastJson get(String channel) {
        return open(channel)
                .map(BroadcastJson::of)
                .orElseThrow(() -> channels.findId(channel).isPresent()
                        ? new NoSuchBroadcast(channel)
                        : new NoSuchChannel(channel));
    }

    /**
     * Ends what comes from elsewhere, or waits for its encoder.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     * @throws NoSuchBroadcast it is not live
     * @throws CarriedByEncoder an encoder sends it over RTMP
     */
    public void end(SignedIn who, String channel) {
        requireOwn(who, channel);
        var open = open(channel).orElseThrow(() -> new NoSuchBroadcast(channel));
        if (!open.isExternal() && !open.isInterrupted()) {
            throw new CarriedByEncoder(channel);
        }
        broadcasts.end(open.id());
        LOG.log(Level.INFO, "{0} ended its broadcast", channel);
    }

    private void requireOwn(SignedIn who, String channel) {
        if (!channels.isOwn(who, channel)) {
            throw new NotYourChannel(channel);
        }
    }

    private int execute(String sql, String channel, PlaylistAddress address) {
        var now = clock.instant();
        var query = entityManager
                .createNativeQuery(sql)
                .setParameter("channel", channel)
                .setParameter("url", address.text())
                .setParameter("ends", now.plus(config.lease()));
        if (sql.equals(START)) {
            query.setParameter("now", now);
        }
        return query.executeUpdate();
    }

    private Told told(String channel, boolean begun) {
        return new Told(BroadcastJson.of(open(channel).orElseThrow()), begun);
    }

    private Optional<OpenBroadcast> open(String channel) {
        return entityManager
                .createQuery("""
                        select new streaming.external.OpenBroadcast(
                            b.id, c.name, b.title, b.startedAt, b.interruptedAt, b.hlsUrl, b.leaseEndsAt)
                        from Broadcast b join b.channel c
                        where c.name = :channel and b.endedAt is null
                        """, OpenBroadcast.class)
                .setParameter("channel", channel)
                .getResultStream()
                .findFirst();
    }
}
