package streaming.privacy;

import java.util.List;

/**
 * One file of somebody's own data. The query takes the account's number once and gives rows of two numbers, which
 * order them and by which the next page is found, and a JSON object.
 */
record Chapter(String file, String sql) {

    static final List<Chapter> ALL = List.of(
            new Chapter("account.json", """
                    select a.id as major, 0::bigint as minor, json_build_object(
                        'id', a.id, 'username', a.username, 'email', a.email, 'joinedAt', a.joined_at,
                        'lastLogin', a.last_login, 'staff', a.staff, 'moderator', a.moderator, 'admin', a.admin,
                        'firstName', p.first_name, 'lastName', p.last_name, 'phone', p.phone, 'bio', p.bio,
                        'picture', p.picture, 'cover', p.cover) as json
                    from accounts a join profiles p on p.account_id = a.id where a.id = ?
                    """),
            new Chapter("channel.json", """
                    select c.id as major, 0::bigint as minor, json_build_object(
                        'name', c.name, 'title', c.title, 'bio', c.bio, 'language', c.language,
                        'category', (select g.slug from categories g where g.id = c.category_id), 'tags', c.tags,
                        'links', array(select l.url from channel_links l where l.channel_id = c.id order by l.position),
                        'visibility', c.visibility, 'tickets', array(
                            select a.username from tickets t join accounts a on a.id = t.account_id
                            where t.channel_id = c.id order by a.username),
                        'createdAt', c.created_at) as json
                    from channels c where c.owner_id = ?
                    """),
            new Chapter("schedule.json", """
                    select s.id as major, 0::bigint as minor, json_build_object(
                        'title', s.title, 'startsAt', s.starts_at, 'createdAt', s.created_at) as json
                    from planned_streams s join channels c on c.id = s.channel_id where c.owner_id = ?
                    """),
            new Chapter("restreams.json", """
                    select r.id as major, 0::bigint as minor, json_build_object(
                        'name', r.name, 'address', r.address, 'enabled', r.enabled, 'createdAt', r.created_at) as json
                    from restreams r join channels c on c.id = r.channel_id where c.owner_id = ?
                    """),
            new Chapter("broadcasts.json", """
                    select b.id as major, 0::bigint as minor, json_build_object(
                        'title', b.title, 'startedAt', b.started_at, 'endedAt', b.ended_at, 'hlsUrl', b.hls_url) as json
                    from broadcasts b join channels c on c.id = b.channel_id where c.owner_id = ?
                    """),
            new Chapter("recordings.json", """
                    select row_number() over (order by r.started_at, r.id) as major, 0::bigint as minor, json_build_object(
                        'id', r.id, 'title', r.title, 'startedAt', r.started_at, 'seconds', r.duration_ms / 1000.0,
                        'bytes', r.bytes, 'page', '/vod/' || r.id) as json
                    from recordings r join channels c on c.id = r.channel_id
                    where c.owner_id = ? and r.deleted_at is null
                    """),
            new Chapter("clips.json", """
                    select row_number() over (order by k.created_at, k.id) as major, 0::bigint as minor, json_build_object(
                        'id', k.id, 'channel', c.name, 'title', k.title, 'createdAt', k.created_at,
                        'page', '/clips/' || k.id) as json
                    from clips k join channels c on c.id = k.channel_id
                    where k.creator_id = ? and k.deleted_at is null
                    """),
            new Chapter("chat.json", """
                    select m.channel_id as major, m.seq as minor, json_build_object(
                        'channel', c.name, 'seq', m.seq, 'text', m.text, 'at', m.at) as json
                    from chat_messages m join channels c on c.id = m.channel_id where m.author_id = ?
                    """),
            new Chapter("follows.json", """
                    select f.channel_id as major, 0::bigint as minor, json_build_object(
                        'channel', c.name, 'followedAt', f.followed_at) as json
                    from follows f join channels c on c.id = f.channel_id where f.account_id = ?
                    """),
            new Chapter("tickets.json", """
                    select t.channel_id as major, 0::bigint as minor, json_build_object(
                        'channel', c.name, 'grantedAt', t.granted_at, 'expiresAt', t.expires_at) as json
                    from tickets t join channels c on c.id = t.channel_id where t.account_id = ?
                    """),
            new Chapter("ratings.json", """
                    select r.channel_id as major, 0::bigint as minor, json_build_object(
                        'channel', c.name, 'stars', r.stars, 'ratedAt', r.rated_at) as json
                    from ratings r join channels c on c.id = r.channel_id where r.account_id = ?
                    """),
            new Chapter("notifications.json", """
                    select n.broadcast_id as major, 0::bigint as minor, json_build_object(
                        'channel', c.name, 'title', b.title, 'startedAt', b.started_at, 'readAt', n.read_at) as json
                    from notifications n join broadcasts b on b.id = n.broadcast_id
                    join channels c on c.id = b.channel_id where n.account_id = ?
                    """),
            new Chapter("digests.json", """
                    select d.account_id as major, 0::bigint as minor, json_build_object('dueAt', d.due_at) as json
                    from digests d where d.account_id = ?
                    """),
            new Chapter("push-subscriptions.json", """
                    select s.id as major, 0::bigint as minor, json_build_object(
                        'endpoint', s.endpoint, 'device', s.user_agent, 'createdAt', s.created_at,
                        'lastSentAt', s.last_sent_at) as json
                    from push_subscriptions s where s.account_id = ?
                    """),
            new Chapter("sign-ins.json", """
                    select row_number() over (order by s.created_at, s.id) as major, 0::bigint as minor, json_build_object(
                        'kind', s.kind, 'name', s.name, 'scopes', s.scopes, 'device', s.user_agent,
                        'address', s.address, 'createdAt', s.created_at, 'lastUsedAt', s.last_used_at,
                        'expiresAt', s.expires_at, 'endedAt', s.ended_at) as json
                    from sign_ins s where s.account_id = ?
                    """),
            new Chapter("connections.json", """
                    select n.id as major, 0::bigint as minor, json_build_object(
                        'provider', n.provider, 'subject', n.subject, 'label', n.label, 'createdAt', n.created_at,
                        'lastUsedAt', n.last_used_at) as json
                    from connections n where n.account_id = ?
                    """),
            new Chapter("passkeys.json", """
                    select k.id as major, 0::bigint as minor, json_build_object(
                        'name', k.name, 'createdAt', k.created_at, 'lastUsedAt', k.last_used_at) as json
                    from passkeys k where k.account_id = ?
                    """),
            new Chapter("mails.json", """
                    select row_number() over (order by m.created_at, m.id) as major, 0::bigint as minor,
                        json_build_object('kind', m.kind, 'recipient', m.recipient, 'createdAt', m.created_at,
                        'sentAt', m.sent_at) as json
                    from mails m join accounts a on lower(a.email) = lower(m.recipient) where a.id = ?
                    """),
            new Chapter("security-events.json", """
                    select l.id as major, 0::bigint as minor, json_build_object(
                        'at', l.at, 'event', l.event, 'address', l.address, 'device', l.user_agent,
                        'detail', l.detail) as json
                    from audit_log l where l.account_id = ?
                    """));

    /** So many rows after a pair of numbers. */
    String page(int size) {
        return "select major, minor, json from (%s) as chapter where (major, minor) > (?, ?) order by major, minor limit %d"
                .formatted(sql, size);
    }
}
