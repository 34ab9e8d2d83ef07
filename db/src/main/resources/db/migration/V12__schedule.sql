-- Streams that are planned.
create table planned_streams (
    id         bigint generated always as identity primary key,
    uid        uuid        not null,
    channel_id bigint      not null references channels on delete cascade,
    title      text        not null,
    starts_at  timestamptz not null,
    created_at timestamptz not null,
    constraint planned_streams_title_length check (char_length(title) between 1 and 100)
);
create unique index planned_streams_uid_unique on planned_streams (uid);
create index planned_streams_by_channel on planned_streams (channel_id, starts_at);
