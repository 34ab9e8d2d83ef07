package streaming.moderation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.audience.Audience;
import streaming.audit.Audit;
import streaming.caller.AdminRequired;
import streaming.caller.SignedIn;
import streaming.channel.ChannelJson;

/** Shuts accounts out and lets them in again, for admins alone. */
@Stateless
public class Bans {

    private static final Logger LOG = System.getLogger(Bans.class.getName());

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Audience audience;

    @Inject
    Audit audit;

    @Inject
    Event<Banned> banned;

    @Inject
    Clock clock;

    /**
     * Shuts the account out at once: its broadcast ends, its sessions and tokens are good no more.
     *
     * @throws AdminRequired the caller is no admin
     * @throws NoSuchAccount there is no such account
     * @throws CannotBanYourself the caller is the account
     */
    public void ban(SignedIn admin, String username) {
        var account = get(admin, username);
        if (account.id() == admin.id()) {
            throw new CannotBanYourself();
        }
        account.ban(clock.instant());
        audit.record("banned", account.id(), "");
        LOG.log(Level.INFO, "{0} banned {1}", admin.username(), account.username());
        banned.fire(new Banned(account.username()));
    }

    /** Lets the account in again. Refuses as {@link #ban}. */
    public void lift(SignedIn admin, String username) {
        var account = get(admin, username);
        account.liftBan();
        audit.record("ban-lifted", account.id(), "");
        LOG.log(Level.INFO, "{0} lifted the ban of {1}", admin.username(), account.username());
    }

    /** All channels, live ones first. */
    public List<AdminChannel> channels() {
        var viewers = audience.totals();
        return entityManager
                .createQuery("""
                        select c.name as name, c.title as title, o.username as owner, o.active as active,
                               o.bannedAt as bannedAt, b.startedAt as startedAt, b.hlsUrl as hlsUrl
                        from Channel c join c.owner o
                        left join Broadcast b on b.channel = c and b.endedAt is null
                        order by b.startedAt nulls last, c.name
                        """, Tuple.class)
                .getResultStream()
                .map(row -> {
                    var name = row.get("name", String.class);
                    return new AdminChannel(
                            name,
                            row.get("title", String.class),
                            row.get("owner", String.class),
                            row.get("active", Boolean.class),
                            row.get("bannedAt", Instant.class),
                            row.get("startedAt", Instant.class),
                            viewers.getOrDefault(name, 0),
                            Optional.ofNullable(row.get("hlsUrl", String.class)).orElse(ChannelJson.hlsUrl(name)));
                })
                .toList();
    }

    private Account get(SignedIn admin, String username) {
        if (!admin.admin()) {
            throw new AdminRequired();
        }
        return accounts.findByUsername(username).orElseThrow(() -> new NoSuchAccount(username));
    }
}
