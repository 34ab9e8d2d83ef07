package streaming.chat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The statement that numbers and writes many lines of many channels at once. */
final class ChatInsert {

    // The sequence rows are locked in channel order, so nodes cannot deadlock; the lock is held until the commit, so a
    // number is never seen before the one below it.
    private static final String SQL = """
            with waiting as (
                select * from unnest(?::bigint[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[])
                    with ordinality as w (channel_id, id, author_id, text, at, place)
            ), counted as (
                select channel_id, count(*) as lines from waiting group by channel_id
            ), numbered as (
                insert into chat_sequences as s (channel_id, last_seq)
                select channel_id, lines from counted order by channel_id
                on conflict (channel_id) do update set last_seq = s.last_seq + excluded.last_seq
                returning channel_id, last_seq
            )
            insert into chat_messages (channel_id, seq, id, author_id, text, at)
            select w.channel_id,
                   n.last_seq - c.lines + row_number() over (partition by w.channel_id order by w.place),
                   w.id, w.author_id, w.text, w.at
            from waiting w
            join counted c on c.channel_id = w.channel_id
            join numbered n on n.channel_id = w.channel_id
            returning id, seq
            """;

    private ChatInsert() {}

    /** Writes the lines; gives each its message, in the order of the lines. Commits by auto-commit. */
    static Map<ChatLine, ChatMessageJson> run(Connection connection, List<ChatLine> lines) throws SQLException {
        var numbers = new HashMap<UUID, Long>();
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    array(
                            connection,
                            "bigint",
                            lines.stream().map(ChatLine::channelId).toArray()));
            statement.setArray(
                    2,
                    array(connection, "uuid", lines.stream().map(ChatLine::id).toArray()));
            statement.setArray(
                    3,
                    array(
                            connection,
                            "bigint",
                            lines.stream().map(line -> line.author().id()).toArray()));
            statement.setArray(
                    4,
                    array(connection, "text", lines.stream().map(ChatLine::text).toArray()));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "timestamptz",
                            lines.stream().map(line -> text(line.at())).toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        var written = new LinkedHashMap<ChatLine, ChatMessageJson>();
        for (var line : lines) {
            written.put(
                    line,
                    new ChatMessageJson(
                            numbers.get(line.id()), line.id(), line.author().username(), line.text(), line.at()));
        }
        return written;
    }

    private static java.sql.Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static String text(Instant at) {
        return at.toString();
    }
}
