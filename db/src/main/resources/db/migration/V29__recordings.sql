-- Broadcasts that can be watched again. The state is derived from the times: being recorded, waiting to be remuxed,
-- being remuxed (there is progress), ready, failed, deleted.

-- Null: as the site says.
alter table channels
    add column records        boolean,
    add column recording_days integer,
    add constraint channels_recording_days_range check (recording_days between 1 and 3650);

create table recordings (
    id           uuid        primary key,
    channel_id   bigint      not null references channels on delete cascade,
    broadcast_id bigint      references broadcasts on delete set null,
    title        text        not null,
    started_at   timestamptz not null,
    closed_at    timestamptz,              -- nothing is added from here on
    due_at       timestamptz,              -- when it may be remuxed; while a node is at it, the end of that node's lease
    attempts     integer     not null default 0,
    progress     integer,                  -- percent of its bytes that were remuxed
    ready_at     timestamptz,
    failed_at    timestamptz,
    reason       text        not null default '', -- why the last attempt failed
    trouble      text,                     -- why nothing is recorded at the moment
    duration_ms  bigint      not null default 0,
    bytes        bigint      not null default 0,
    storyboard   boolean     not null default false,
    thumbnail    boolean     not null default false,
    parts        integer     not null default 0,
    kept         boolean     not null default false, -- its owner wants it for good
    deleted_at   timestamptz,              -- nobody sees it; its files are on their way out
    constraint recordings_title_length check (char_length(title) <= 100),
    constraint recordings_reason_length check (char_length(reason) <= 300),
    constraint recordings_trouble_known check (trouble in ('UNWRITABLE', 'CHANNEL_QUOTA', 'SITE_QUOTA')),
    constraint recordings_progress_range check (progress between 0 and 100),
    constraint recordings_closed_is_due check (closed_at is null or due_at is not null),
    constraint recordings_end check (ready_at is null or failed_at is null)
);
-- An encoder that comes back within the grace goes on with its broadcast's recording.
create unique index recordings_one_open_a_broadcast on recordings (broadcast_id) where closed_at is null;
create index recordings_by_channel on recordings (channel_id, started_at desc) where deleted_at is null;
create index recordings_due on recordings (due_at)
    where closed_at is not null and ready_at is null and failed_at is null and deleted_at is null;
create index recordings_deleted on recordings (deleted_at) where deleted_at is not null;

-- What an ingest node has written of one, a file for each time an encoder connected; gone when the recording is ready.
create table recording_files (
    node         text        not null,
    name         text        not null,
    recording_id uuid        not null references recordings on delete cascade,
    began_at     timestamptz not null, -- by the node's clock, as its name says
    written_at   timestamptz not null,
    bytes        bigint      not null,
    primary key (node, name)
);
create index recording_files_by_recording on recording_files (recording_id);
