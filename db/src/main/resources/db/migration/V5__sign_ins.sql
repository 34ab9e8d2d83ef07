-- A sign-in: of a browser (SITE), of a program (API), or a personal token. When it ends, all that proves it is dead.
drop table tokens;

alter table accounts add column moderator boolean not null default false;

create table sign_ins (
    id           uuid        primary key,
    account_id   bigint      not null references accounts on delete cascade,
    kind         text        not null,
    name         text        not null default '', -- a personal token's, given by its owner
    scopes       text        not null default '', -- a personal token's, with spaces (RFC 6749 section 3.3)
    secret_hash  bytea,                           -- of the cookie or the personal token; an API sign-in has refresh tokens
    user_agent   text        not null default '',
    address      text        not null default '', -- of the last use
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    constraint sign_ins_kind check (kind in ('SITE', 'API', 'PERSONAL')),
    constraint sign_ins_secret check ((kind = 'API') = (secret_hash is null)),
    constraint sign_ins_secret_sha256 check (octet_length(secret_hash) = 32),
    constraint sign_ins_name check (char_length(name) <= 60),
    constraint sign_ins_user_agent check (char_length(user_agent) <= 200)
);
create index sign_ins_account on sign_ins (account_id) where ended_at is null;
create index sign_ins_expiry on sign_ins (expires_at);

-- Traded once each (RFC 9700 section 4.14.2); the used ones are kept until they expire, to know a second use.
create table refresh_tokens (
    hash       bytea       primary key,
    sign_in_id uuid        not null references sign_ins on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint refresh_tokens_hash_sha256 check (octet_length(hash) = 32)
);
create index refresh_tokens_sign_in on refresh_tokens (sign_in_id);
create index refresh_tokens_expiry on refresh_tokens (expires_at);

-- Nodes remember for a minute who somebody is; what changes that is told to all of them when it commits, whoever did it.
create function tell_standing() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'sign_ins' then
        perform pg_notify('standing', 'sign-in ' || old.id);
    else
        perform pg_notify('standing', 'account ' || old.id);
    end if;
    return null;
end $$;
create trigger sign_ins_ended after update of ended_at, expires_at, scopes on sign_ins
    for each row execute function tell_standing();
create trigger sign_ins_deleted after delete on sign_ins
    for each row when (old.ended_at is null) execute function tell_standing();
create trigger accounts_standing after update of username, active, banned_at, staff, admin, moderator on accounts
    for each row execute function tell_standing();
create trigger accounts_deleted after delete on accounts
    for each row execute function tell_standing();

-- Every security event. Accounts are named by number: who they were goes with the account.
create table audit_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    event      text        not null,
    account_id bigint, -- whom it concerns
    actor_id   bigint, -- who did it, if somebody was signed in
    address    text        not null default '',
    user_agent text        not null default '',
    detail     text        not null default '',
    constraint audit_log_event_form check (event ~ '^[a-z][a-z0-9-]{2,40}$')
);
create index audit_log_account on audit_log (account_id, id);
create index audit_log_event on audit_log (event, id);

create function keep_audit_log() returns trigger language plpgsql as $$
begin
    -- the one thing that may change: where somebody was, when their account is deleted
    if tg_op = 'UPDATE' and new.address = '' and new.user_agent = '' and new.id = old.id and new.at = old.at
            and new.event = old.event and new.account_id is not distinct from old.account_id
            and new.actor_id is not distinct from old.actor_id and new.detail = old.detail then
        return new;
    end if;
    raise exception 'audit_log is append-only';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
    for each row execute function keep_audit_log();
create trigger audit_log_not_emptied before truncate on audit_log
    for each statement execute function keep_audit_log();
