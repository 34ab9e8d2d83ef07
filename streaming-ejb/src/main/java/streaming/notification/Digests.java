package streaming.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import streaming.account.Accounts;
import streaming.caller.SignedIn;
import streaming.mail.DeadLink;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.Mails;

/** Who wants a mail a day of what they have not read yet, and those mails. */
@Stateless
public class Digests {

    private static final Duration PAUSE = Duration.ofDays(1);
    private static final int MOST_LINES = 20;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Mails mails;

    @Inject
    UnsubscribeLinks links;

    @Inject
    Clock clock;

    public boolean isWantedBy(SignedIn who) {
        return !entityManager
                .createNativeQuery("select 1 from digests where account_id = :account", Integer.class)
                .setParameter("account", who.id())
                .getResultList()
                .isEmpty();
    }

    /** From now on, the caller gets such mails, or gets none. The first comes in a day, of what they hear till then. */
    public void want(SignedIn who, boolean wanted) {
        if (wanted) {
            entityManager
                    .createNativeQuery("""
                            insert into digests (account_id, due_at, broadcast_id)
                            select :account, :due, coalesce(max(broadcast_id), 0) from notifications
                            where account_id = :account
                            on conflict do nothing
                            """)
                    .setParameter("account", who.id())
                    .setParameter("due", clock.instant().plus(PAUSE))
                    .executeUpdate();
        } else {
            end(who.id());
        }
    }

    /**
     * Ends the mails of whoever got the one with this token; again changes nothing.
     *
     * @throws DeadLink we did not sign it
     */
    public void unsubscribe(String token) {
        end(get(token));
    }

    /** Looks whether the token is good, and changes nothing; refuses as {@link #unsubscribe}. */
    public void look(String token) {
        get(token);
    }

    private long get(String token) {
        return links.account(token).orElseThrow(DeadLink::new);
    }

    private void end(long account) {
        entityManager
                .createNativeQuery("delete from digests where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Writes the mail that is due longest, if there is news for it; whether one was due. */
    public boolean writeOne() {
        List<?> due = entityManager
                .createNativeQuery("""
                        update digests d set due_at = :next
                        from (select account_id, broadcast_id from digests where due_at <= :now
                              order by due_at limit 1 for update skip locked) first
                        where d.account_id = first.account_id
                        returning d.account_id, first.broadcast_id
                        """, Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("next", clock.instant().plus(PAUSE))
                .getResultList();
        due.stream().map(Tuple.class::cast).forEach(row -> write(number(row, 0), number(row, 1)));
        return !due.isEmpty();
    }

    private void write(long account, long after) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select * from (
                            select distinct on (c.id) b.id, c.name, b.title from notifications n
                            join broadcasts b on b.id = n.broadcast_id
                            join channels c on c.id = b.channel_id
                            where n.account_id = :account and n.read_at is null and n.broadcast_id > :after
                            order by c.id, b.id desc) latest
                        order by id desc
                        """, Tuple.class)
                .setParameter("account", account)
                .setParameter("after", after)
                .setMaxResults(MOST_LINES)
                .getResultList();
        var news = rows.stream().map(Tuple.class::cast).toList();
        var reader = accounts.get(account);
        if (news.isEmpty() || !reader.isEmailConfirmed()) { // nobody is written to who has not said it is theirs
            return;
        }
        var lines = news.stream().map(Digests::line).collect(Collectors.joining("\n"));
        mails.write(Letter.of(LetterKind.DIGEST, reader.email())
                .with("username", reader.username())
                .with("lines", lines)
                .with("link", "/notifications")
                .withUnsubscribe(links.path(account)));
        entityManager
                .createNativeQuery("update digests set broadcast_id = :last where account_id = :account")
                .setParameter("last", number(news.get(0), 0))
                .setParameter("account", account)
                .executeUpdate();
    }

    private static String line(Tuple row) {
        var title = row.get(2, String.class);
        return row.get(1, String.class) + (title.isEmpty() ? "" : ": " + title);
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }
}
