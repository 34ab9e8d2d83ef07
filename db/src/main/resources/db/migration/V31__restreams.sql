-- Which node of the application makes the renditions of a broadcast: a lease. And what players and operators find of it.
create table encodings (
    broadcast_id bigint primary key references broadcasts on delete cascade,
    holder       text        not null,
    leased_until timestamptz not null,
    renditions   text,
    playlist     text,
    trouble      text
);

-- Other servers that a channel's stream is sent on to. Who sends it has a lease, and tells how it does.
create table restreams (
    id           bigint generated always as identity primary key,
    uid          uuid        not null,
    channel_id   bigint      not null references channels on delete cascade,
    name         text        not null,
    address      text        not null,
    sealed_key   bytea       not null,
    enabled      boolean     not null,
    created_at   timestamptz not null,
    version      bigint      not null default 0,
    holder       text,
    leased_until timestamptz,
    state        text,
    state_since  timestamptz,
    trouble      text,
    next_try_at  timestamptz,
    constraint restreams_name_length check (char_length(name) <= 50),
    constraint restreams_address_length check (char_length(address) <= 200),
    constraint restreams_address_form check (address ~ '^rtmps?://[!-~]+$'),
    constraint restreams_leased check ((holder is null) = (leased_until is null)),
    constraint restreams_state_known check (state in ('connecting', 'sending', 'waiting'))
);
create unique index restreams_uid_unique on restreams (uid);
create unique index restreams_name_unique on restreams (channel_id, lower(name));
create index restreams_enabled on restreams (channel_id) where enabled;
