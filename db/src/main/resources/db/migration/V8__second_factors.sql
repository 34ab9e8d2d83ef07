-- What proves somebody beside the password: codes of an authenticator app, passkeys, and recovery codes for want of both.

-- RFC 6238. The key is sealed; it counts once its first code was given. A code counts once: the last step is kept.
create table authenticator_apps (
    account_id   bigint      primary key references accounts on delete cascade,
    sealed_key   bytea       not null,
    started_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- Shown once, good once each.
create table recovery_codes (
    account_id bigint      not null references accounts on delete cascade,
    hash       bytea       not null,
    used_at    timestamptz,
    primary key (account_id, hash),
    constraint recovery_codes_hash_sha256 check (octet_length(hash) = 32)
);

-- WebAuthn credential records (Level 3, section 4).
create table passkeys (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references accounts on delete cascade,
    credential_id   bytea       not null,
    credential      bytea       not null, -- attested credential data: model, id, public key
    name            text        not null,
    transports      text        not null default '', -- with spaces
    sign_count      bigint      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    constraint passkeys_credential_id_length check (octet_length(credential_id) between 1 and 1023),
    constraint passkeys_name check (char_length(name) between 1 and 60),
    constraint passkeys_sign_count check (sign_count between 0 and 4294967295)
);
create unique index passkeys_credential_id_unique on passkeys (credential_id);
create index passkeys_account on passkeys (account_id);

-- A challenge is in a sealed cookie of the browser it was made for; here is what was answered, until it expires.
create table spent_challenges (
    hash       bytea       primary key,
    expires_at timestamptz not null,
    constraint spent_challenges_hash_sha256 check (octet_length(hash) = 32)
);

-- The password was right, the second step is not done: no session yet.
create table pending_sign_ins (
    secret_hash bytea       primary key,
    account_id  bigint      not null references accounts on delete cascade,
    remember    boolean     not null,
    attempts    int         not null default 0,
    expires_at  timestamptz not null,
    constraint pending_sign_ins_secret_sha256 check (octet_length(secret_hash) = 32),
    constraint pending_sign_ins_attempts check (attempts between 0 and 5)
);
create index pending_sign_ins_expiry on pending_sign_ins (expires_at);

-- Whether an admin has a second factor can decide what they may do, so nodes are told of it, see V5__sign_ins.sql.
create function tell_factor() returns trigger language plpgsql as $$
begin
    perform pg_notify('standing', 'account ' || coalesce(new.account_id, old.account_id));
    return null;
end $$;
create trigger authenticator_apps_standing after insert or delete or update of confirmed_at on authenticator_apps
    for each row execute function tell_factor();
create trigger passkeys_standing after insert or delete on passkeys
    for each row execute function tell_factor();
