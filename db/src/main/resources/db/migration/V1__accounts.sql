-- Who somebody is. Names are lower case by rule, so one unique index serves "regardless of case".
create table accounts (
    id            bigint generated always as identity primary key,
    username      text        not null,
    email         text        not null,
    password_hash text        not null,
    staff         boolean     not null default false,
    admin         boolean     not null default false,
    active        boolean     not null default true,
    banned_at     timestamptz,
    joined_at     timestamptz not null,
    last_login    timestamptz,
    constraint accounts_username_form check (username ~ '^[a-z0-9_]{3,25}$')
);
create unique index accounts_username_unique on accounts (username);
create unique index accounts_email_unique on accounts (lower(email));

-- What somebody tells about themselves: made with the account, never apart from it.
create table profiles (
    account_id   bigint primary key references accounts on delete cascade,
    display_name text not null default '',
    bio          text not null default ''
);

-- Proofs of a sign-in: of the site (session), of the API (access, refresh). Only hashes are kept.
create table tokens (
    hash       bytea       primary key,
    account_id bigint      not null references accounts on delete cascade,
    kind       text        not null,
    family     uuid        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint tokens_hash_sha256 check (octet_length(hash) = 32),
    constraint tokens_kind check (kind in ('ACCESS', 'REFRESH', 'SESSION'))
);
create index tokens_family on tokens (family);
create index tokens_account on tokens (account_id);
create index tokens_expiry on tokens (expires_at);
