package streaming.admission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import streaming.access.AccessConfig;
import streaming.access.Visibility;
import streaming.access.VisibilityChanged;
import streaming.account.Passwords;
import streaming.audit.Audit;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NotYourChannel;
import streaming.shared.InvalidInput;

/** Who may watch a channel, as its owner decides. It speaks SQL: the channel's entity has no business with it. */
@Stateless
public class Admission {

    private static final String DECIDE = """
            update channels set visibility = :visibility,
                watch_role = coalesce(cast(:role as text), watch_role),
                watch_password = coalesce(cast(:hash as text), watch_password),
                watch_password_at = case when cast(:hash as text) is null then watch_password_at
                                         else cast(:now as timestamptz) end
            where name = :channel
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    Passwords passwords;

    @Inject
    AccessConfig config;

    @Inject
    Validator validator;

    @Inject
    Event<VisibilityChanged> changed;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Who may watch now.
     *
     * @throws streaming.channel.NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public AccessJson get(SignedIn who, String channel) {
        own(who, channel);
        var row = (Tuple) entityManager
                .createNativeQuery("""
                        select visibility, watch_role as role, watch_password is not null as password
                        from channels where name = :channel""", Tuple.class)
                .setParameter("channel", channel)
                .getSingleResult();
        return AccessJson.of(
                Visibility.of(row.get("visibility", String.class)),
                row.get("role", String.class),
                row.get("password", Boolean.class),
                config.sessions());
    }

    /**
     * Decides it anew; who may watch no more is stopped within seconds. A new password counts for all: who gave the old
     * one gives it again. Refuses as {@link #get}.
     *
     * @throws InvalidInput with the fields that break a rule
     */
    public AccessJson decide(SignedIn who, String channel, AccessInput input) {
        InvalidInput.check(validator, input);
        var visibility = Visibility.find(input.visibility())
                .orElseThrow(() ->
                        new InvalidInput("visibility", "Use public, unlisted, password, followers, ticket or role."));
        var role = visibility == Visibility.ROLE ? role(input.role()) : null;
        var before = get(who, channel);
        if (visibility == Visibility.PASSWORD && input.password() == null && !before.password()) {
            throw new InvalidInput("password", "Choose a password.");
        }
        entityManager
                .createNativeQuery(DECIDE)
                .setParameter("visibility", visibility.text())
                .setParameter("role", role)
                .setParameter("hash", input.password() == null ? null : passwords.hash(input.password()))
                .setParameter("now", clock.instant())
                .setParameter("channel", channel)
                .executeUpdate();
        if (visibility != Visibility.PUBLIC) {
            forgetStill(channel);
        }
        audit.record("visibility-changed", who.id(), channel + " " + visibility.text());
        changed.fire(new VisibilityChanged(channel, visibility));
        return get(who, channel);
    }

    /** The still of a channel that lists do not show any more; none is taken of it from now on. */
    private void forgetStill(String channel) {
        entityManager.createNativeQuery("""
                        update previews p set name = null from channels c
                        where c.id = p.channel_id and c.name = :channel""").setParameter("channel", channel).executeUpdate();
    }

    private static String role(String text) {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("role", "Use viewer, moderator, staff or admin."));
    }

    private void own(SignedIn who, String channel) {
        if (!channels.isOwn(who, channel)) {
            throw new NotYourChannel(channel);
        }
    }
}
