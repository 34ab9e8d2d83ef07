-- How a channel looks: images of its owner's, kept as those of profiles are (V7).
alter table channels add column avatar text;
alter table channels add column cover text;
alter table channels add column thumbnail text;
alter table channels add constraint channels_avatar_kept foreign key (avatar) references images
    deferrable initially deferred;
alter table channels add constraint channels_cover_kept foreign key (cover) references images
    deferrable initially deferred;
alter table channels add constraint channels_thumbnail_kept foreign key (thumbnail) references images
    deferrable initially deferred;
create unique index channels_avatar_unique on channels (avatar);
create unique index channels_cover_unique on channels (cover);
create unique index channels_thumbnail_unique on channels (thumbnail);

-- The last still of each live channel. The row is claimed before it is taken: due_at is when anybody may take the next.
create table previews (
    channel_id   bigint      primary key references channels on delete cascade,
    broadcast_id bigint      not null references broadcasts on delete cascade,
    due_at       timestamptz not null,
    name         text,
    constraint previews_name_form check (name ~ '^[0-9a-f]{32}\.jpg$')
);
create index previews_broadcast on previews (broadcast_id);
