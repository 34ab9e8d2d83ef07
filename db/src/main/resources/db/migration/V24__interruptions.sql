-- A broadcast whose encoder is gone waits for it. interrupted_at has no index on purpose: an interruption then rewrites the
-- row in its page and no index, and who looks for what waits reads the open ones, which have theirs.

-- Whether an encoder with the key of the running one takes the channel over; else it is refused.
alter table channels add column take_over boolean not null default false;

-- By which key and from where an encoder came, why its segment ended, and what last proved that it is there.
alter table ingest_segments
    add column key_id          bigint references stream_keys on delete set null,
    add column address         text,
    add column ended_by        text,
    add column stat_seen_at    timestamptz,
    add column playlist_at     timestamptz,
    add column checked_at      timestamptz,
    add constraint ingest_segments_ended_by_known check (ended_by in ('done', 'lost', 'taken-over', 'ended')),
    add constraint ingest_segments_address_length check (char_length(address) <= 100);
create index ingest_segments_open on ingest_segments (node) where ended_at is null;

-- What nginx-rtmp said that changed nothing, and what an owner should know of a key. No row holds a key.
create table ingest_incidents (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    kind       text        not null,
    channel_id bigint references channels on delete cascade,
    node       text        not null,
    boot       text        not null,
    client_id  bigint      not null,
    address    text,
    constraint ingest_incidents_kind_known check (kind in ('late-done', 'foreign-done', 'second-address', 'taken-over')),
    constraint ingest_incidents_address_length check (char_length(address) <= 100)
);
create index ingest_incidents_by_channel on ingest_incidents (channel_id, id desc);
