-- A channel has several keys, each after what uses it. The one that it had is called Main, and goes on.
alter table stream_keys
    add column uid        uuid        not null default gen_random_uuid(),
    add column name       text        not null default 'Main',
    add column expires_at timestamptz,
    add column networks   text[]      not null default '{}',
    add constraint stream_keys_name_length check (char_length(name) <= 60),
    add constraint stream_keys_name_not_blank check (name ~ '\S'),
    -- fails on what is no block of addresses
    add constraint stream_keys_networks_form check (cast(networks as cidr[]) is not null and cardinality(networks) <= 20);
alter table stream_keys
    alter column uid drop default,
    alter column name drop default;
drop index stream_keys_one_a_channel;
create unique index stream_keys_uid_unique on stream_keys (uid);
create unique index stream_keys_name_unique on stream_keys (channel_id, lower(name));

-- What was replaced while a broadcast ran with it: its encoder may come back to that broadcast, and to no other.
create table retired_stream_keys (
    hash         bytea       primary key,
    key_id       bigint      not null references stream_keys on delete cascade,
    broadcast_id bigint      not null references broadcasts on delete cascade,
    retired_at   timestamptz not null,
    constraint retired_stream_keys_hash_sha256 check (octet_length(hash) = 32)
);
create index retired_stream_keys_by_key on retired_stream_keys (key_id);
create index retired_stream_keys_by_broadcast on retired_stream_keys (broadcast_id);

-- When and from where a key was last used, and what to let go of when it is revoked.
create index ingest_segments_by_key on ingest_segments (key_id, id desc);

-- What became of an encoder that came with a key of the channel. The name stays when the key is gone.
alter table ingest_incidents
    add column key_name text,
    drop constraint ingest_incidents_kind_known,
    add constraint ingest_incidents_kind_known check (kind in
        ('late-done', 'foreign-done', 'second-address', 'taken-over', 'expired-key', 'foreign-network')),
    add constraint ingest_incidents_key_name_length check (char_length(key_name) <= 60);

-- With which the doctor publishes once, to no channel.
create table doctor_keys (
    hash    bytea       primary key,
    node    text        not null,
    made_at timestamptz not null,
    constraint doctor_keys_hash_sha256 check (octet_length(hash) = 32)
);
