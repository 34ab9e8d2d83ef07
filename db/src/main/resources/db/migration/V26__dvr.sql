-- How far back viewers may go in a running stream.
alter table channels
    add column dvr_seconds integer not null default 300,
    add constraint channels_dvr_seconds_range check (dvr_seconds between 0 and 300);
