package streaming.admission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NotYourChannel;
import streaming.moderation.NoSuchAccount;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** Whom owners let in by name. Each public method is one transaction. */
@Stateless
public class Tickets {

    private static final String LIST = """
            select a.username, t.granted_at, t.expires_at, count(*) over () as total
            from tickets t join accounts a on a.id = t.account_id join channels c on c.id = t.channel_id
            where c.name = :channel order by a.username limit :size offset :first
            """;

    private static final String GRANT = """
            insert into tickets as t (channel_id, account_id, granted_at, expires_at)
            select c.id, :account, :now, cast(:expires as timestamptz) from channels c where c.name = :channel
            on conflict (channel_id, account_id) do update set granted_at = excluded.granted_at, expires_at = excluded.expires_at
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * A channel's tickets by the names of who has them, also those that have expired.
     *
     * @throws streaming.channel.NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public Page<TicketJson> list(SignedIn who, String channel, int page, int size) {
        own(who, channel);
        var now = clock.instant();
        var rows = rows(LIST)
                .addScalar("username", String.class)
                .addScalar("granted_at", Instant.class)
                .addScalar("expires_at", Instant.class)
                .addScalar("total", Long.class)
                .setParameter("channel", channel)
                .setParameter("size", size)
                .setParameter("first", (long) page * size)
                .getResultList();
        var items = rows.stream()
                .map(row -> ticket(
                        row.get("username", String.class),
                        row.get("granted_at", Instant.class),
                        row.get("expires_at", Instant.class),
                        now))
                .toList();
        return new Page<>(items, page, size, total(rows, channel));
    }

    /**
     * Lets an account in; who has a ticket already gets this one in its place. Refuses as {@link #list}.
     *
     * @throws NoSuchAccount there is no such account
     * @throws InvalidInput the time is over already
     */
    public TicketJson grant(SignedIn who, String channel, String account, TicketInput input) {
        own(who, channel);
        var now = clock.instant();
        if (input.expiresAt() != null && !input.expiresAt().isAfter(now)) {
            throw new InvalidInput("expiresAt", "Choose a time to come.");
        }
        var guest = guest(account);
        entityManager
                .createNativeQuery(GRANT)
                .setParameter("account", guest.id())
                .setParameter("now", now)
                .setParameter(
                        "expires",
                        input.expiresAt() == null ? null : input.expiresAt().toString())
                .setParameter("channel", channel)
                .executeUpdate();
        audit.record("ticket-granted", guest.id(), channel);
        return ticket(guest.username(), now, input.expiresAt(), now);
    }

    /**
     * Takes the ticket back: who watches by it is stopped within seconds. Refuses as {@link #list}.
     *
     * @throws NoSuchTicket the account has none
     */
    public void revoke(SignedIn who, String channel, String account) {
        own(who, channel);
        int revoked = entityManager
                .createNativeQuery("""
                        delete from tickets t using channels c, accounts a
                        where c.name = :channel and a.username = :account
                          and t.channel_id = c.id and t.account_id = a.id""")
                .setParameter("channel", channel)
                .setParameter("account", Account.normal(account))
                .executeUpdate();
        if (revoked == 0) {
            throw new NoSuchTicket(account);
        }
        audit.record("ticket-revoked", guest(account).id(), channel);
    }

    private Account guest(String account) {
        return accounts.findByUsername(account).orElseThrow(() -> new NoSuchAccount(account));
    }

    private static TicketJson ticket(String account, Instant grantedAt, Instant expiresAt, Instant now) {
        return new TicketJson(account, grantedAt, expiresAt, expiresAt != null && !expiresAt.isAfter(now));
    }

    /** Of a page beyond the end, no row bears it. */
    private long total(List<Tuple> rows, String channel) {
        if (!rows.isEmpty()) {
            return rows.get(0).get("total", Long.class);
        }
        var total = entityManager
                .createNativeQuery(
                        "select count(*) from tickets t join channels c on c.id = t.channel_id where c.name = :channel")
                .setParameter("channel", channel)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    private void own(SignedIn who, String channel) {
        if (!channels.isOwn(who, channel)) {
            throw new NotYourChannel(channel);
        }
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private NativeQuery<Tuple> rows(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    }
}
