-- Up to a minute of a recording that somebody marked. It has a file of its own, and stays when the recording goes.
create table clips (
    id           uuid        primary key,
    channel_id   bigint      not null references channels on delete cascade,
    recording_id uuid        references recordings on delete set null,
    creator_id   bigint      references accounts on delete set null,
    title        text        not null,
    start_ms     bigint      not null,
    length_ms    bigint      not null,
    created_at   timestamptz not null,
    due_at       timestamptz not null, -- when it may be cut; while a node is at it, the end of that node's lease
    attempts     integer     not null default 0,
    ready_at     timestamptz,
    failed_at    timestamptz,
    bytes        bigint      not null default 0,
    deleted_at   timestamptz,
    constraint clips_title_length check (char_length(title) between 1 and 100),
    constraint clips_start check (start_ms >= 0),
    constraint clips_length check (length_ms between 1000 and 60000)
);
create index clips_by_channel on clips (channel_id, created_at desc) where deleted_at is null;
create index clips_by_recording on clips (recording_id);
create index clips_by_creator on clips (creator_id, created_at);
create index clips_due on clips (due_at) where ready_at is null and failed_at is null and deleted_at is null;
create index clips_deleted on clips (deleted_at) where deleted_at is not null;
