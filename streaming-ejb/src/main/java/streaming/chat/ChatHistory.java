package streaming.chat;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads lines back by their numbers. */
@Stateless
public class ChatHistory {

    @PersistenceContext
    EntityManager entityManager;

    /** The last so many lines before a number, oldest first. */
    public List<ChatMessageJson> before(long channelId, long seq, int limit) {
        return select("m.seq < :seq order by m.seq desc", channelId, seq, limit).stream()
                .sorted(Comparator.comparingLong(ChatMessageJson::seq))
                .toList();
    }

    /** The first so many lines after a number, oldest first. */
    public List<ChatMessageJson> after(long channelId, long seq, int limit) {
        return select("m.seq > :seq order by m.seq", channelId, seq, limit);
    }

    /** The number of the channel's last line; 0 before its first. */
    public long lastSeq(long channelId) {
        return (Long) entityManager
                .createNativeQuery(
                        "select coalesce(max(last_seq), 0) from chat_sequences where channel_id = :channel", Long.class)
                .setParameter("channel", channelId)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private List<ChatMessageJson> select(String condition, long channelId, long seq, int limit) {
        List<Tuple> rows = entityManager
                .createNativeQuery("""
                        select m.seq, m.id, coalesce(a.username, 'deleted'), m.text, m.at
                        from chat_messages m left join accounts a on a.id = m.author_id
                        where m.channel_id = :channel and\s""" + condition, Tuple.class)
                .setParameter("channel", channelId)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(ChatHistory::json).toList();
    }

    private static ChatMessageJson json(Tuple row) {
        return new ChatMessageJson(
                row.get(0, Long.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Instant.class));
    }
}
