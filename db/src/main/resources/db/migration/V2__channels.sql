-- An account's place on the site.
create table channels (
    id            bigint generated always as identity primary key,
    owner_id      bigint      not null references accounts on delete cascade,
    name          text        not null,
    title         text        not null default '',
    bio           text        not null default '',
    language      text        not null default 'en',
    grace_seconds integer     not null default 30,
    created_at    timestamptz not null,
    constraint channels_name_form check (name ~ '^[a-z0-9_]{3,25}$'),
    constraint channels_title_length check (char_length(title) <= 100),
    constraint channels_bio_length check (char_length(bio) <= 200),
    constraint channels_grace_range check (grace_seconds between 0 and 300)
);
create unique index channels_name_unique on channels (name);
create unique index channels_owner_unique on channels (owner_id);

-- The secret that an encoder publishes with: found by its hash, shown to its owner by opening the seal.
create table stream_keys (
    id         bigint generated always as identity primary key,
    channel_id bigint      not null references channels on delete cascade,
    hash       bytea       not null,
    sealed     bytea       not null,
    created_at timestamptz not null,
    constraint stream_keys_hash_sha256 check (octet_length(hash) = 32)
);
create unique index stream_keys_hash_unique on stream_keys (hash);
create unique index stream_keys_one_a_channel on stream_keys (channel_id);
