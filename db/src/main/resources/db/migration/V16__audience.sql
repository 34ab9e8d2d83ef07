-- How many watched a broadcast, minute by minute: the mean and the most of each.
create table broadcast_minutes (
    broadcast_id bigint      not null references broadcasts on delete cascade,
    minute       timestamptz not null,
    mean         real        not null,
    peak         integer     not null,
    primary key (broadcast_id, minute),
    constraint broadcast_minutes_whole check (mod(extract(epoch from minute), 60) = 0),
    constraint broadcast_minutes_in_order check (mean >= 0 and peak >= mean)
);
