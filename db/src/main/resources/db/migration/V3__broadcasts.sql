-- One show of a channel. LIVE, INTERRUPTED and ENDED are derived from the three times.
create table broadcasts (
    id             bigint generated always as identity primary key,
    channel_id     bigint      not null references channels on delete cascade,
    title          text        not null,
    started_at     timestamptz not null,
    interrupted_at timestamptz,
    ended_at       timestamptz,
    constraint broadcasts_interrupted_in_order check (interrupted_at >= started_at),
    constraint broadcasts_ended_in_order check (ended_at >= started_at)
);
-- At most one open broadcast a channel: this index decides between two encoders that come at once.
create unique index broadcasts_one_open_a_channel on broadcasts (channel_id) where ended_at is null;
create index broadcasts_by_channel on broadcasts (channel_id, started_at desc);

-- One connection of an encoder, fenced by who told of it: only the same three end it.
create table ingest_segments (
    id           bigint generated always as identity primary key,
    broadcast_id bigint      not null references broadcasts on delete cascade,
    node         text        not null,
    boot         text        not null,
    client_id    bigint      not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    constraint ingest_segments_ended_in_order check (ended_at >= started_at)
);
create unique index ingest_segments_fence on ingest_segments (node, boot, client_id) where ended_at is null;
create index ingest_segments_by_broadcast on ingest_segments (broadcast_id);
