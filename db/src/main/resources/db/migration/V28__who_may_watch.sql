-- Who may watch a channel. Everything but public stays out of lists; all but public and unlisted asks who is there.
alter table channels
    add column visibility        text not null default 'public',
    add column watch_role        text,        -- the least role that may watch, where a role decides
    add column watch_password    text,        -- its hash
    add column watch_password_at timestamptz, -- what was proved before counts no more
    add constraint channels_visibility_known
        check (visibility in ('public', 'unlisted', 'password', 'followers', 'ticket', 'role')),
    add constraint channels_watch_role_known check (watch_role in ('viewer', 'moderator', 'staff', 'admin')),
    add constraint channels_watch_role_given check (visibility <> 'role' or watch_role is not null),
    add constraint channels_watch_password_given check (visibility <> 'password' or watch_password is not null),
    add constraint channels_watch_password_dated check ((watch_password is null) = (watch_password_at is null));
-- Few, and what lists leave out: with it they still count by an index of their own.
create index channels_not_listed on channels (id) where visibility <> 'public';

-- Whom an owner lets in by name, for a time or for good.
create table tickets (
    channel_id bigint      not null references channels on delete cascade,
    account_id bigint      not null references accounts on delete cascade,
    granted_at timestamptz not null,
    expires_at timestamptz,
    primary key (channel_id, account_id),
    constraint tickets_in_order check (expires_at > granted_at)
);
create index tickets_by_account on tickets (account_id);

-- Who has given a channel's password: the hash of the account's number, or of an anonymous viewer's id.
create table password_passes (
    channel_id bigint      not null references channels on delete cascade,
    viewer     bytea       not null,
    proved_at  timestamptz not null,
    primary key (channel_id, viewer),
    constraint password_passes_sha256 check (octet_length(viewer) = 32)
);
create index password_passes_by_age on password_passes (proved_at);

-- From where somebody watches what is not for everybody: a browser, or one address that a program got. It lives by being used.
create table watch_sessions (
    account_id bigint      not null references accounts on delete cascade,
    session    bigint      not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    primary key (account_id, session)
);
create index watch_sessions_by_age on watch_sessions (seen_at);

-- Categories and tags count what their lists show.
drop trigger channels_filed on channels;
drop trigger channels_refiled on channels;
drop trigger channels_unfiled on channels;
create trigger channels_filed after insert on channels referencing new table as after
    for each statement execute function count_catalog(
        'select category_id, tags, 1 as change from after where visibility = ''public''');
create trigger channels_refiled after update on channels referencing old table as before new table as after
    for each statement execute function count_catalog('select b.category_id, b.tags, -1 as change from before b join after a
        using (id) where b.visibility = ''public''
        and (a.category_id, a.tags, a.visibility) is distinct from (b.category_id, b.tags, b.visibility) union all
        select a.category_id, a.tags, 1 from before b join after a
        using (id) where a.visibility = ''public''
        and (a.category_id, a.tags, a.visibility) is distinct from (b.category_id, b.tags, b.visibility)');
create trigger channels_unfiled after delete on channels referencing old table as before
    for each statement execute function count_catalog(
        'select category_id, tags, -1 as change from before where visibility = ''public''');

-- Whether an account may watch, as streaming.access.Standing says it of who asks; for statements about many accounts.
create function admits(channel bigint, account bigint, at timestamptz) returns boolean language sql stable as $$
    select c.owner_id = account or case c.visibility
        when 'followers' then exists (select from follows f where f.channel_id = c.id and f.account_id = account)
        when 'ticket' then exists (select from tickets t where t.channel_id = c.id and t.account_id = account
                                   and (t.expires_at is null or t.expires_at > at))
        when 'password' then exists (select from password_passes p where p.channel_id = c.id
                                     and p.viewer = sha256(convert_to('account ' || account, 'UTF8'))
                                     and p.proved_at >= c.watch_password_at and p.proved_at > at - interval '30 days')
        when 'role' then exists (select from accounts a where a.id = account and case c.watch_role
            when 'viewer' then true when 'moderator' then a.moderator or a.staff or a.admin
            when 'staff' then a.staff or a.admin else a.admin end)
        else true end
    from channels c where c.id = channel
$$;
