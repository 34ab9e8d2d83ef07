-- What is counted of a channel. Triggers keep the counts, in the transaction that changes what they count: a row that
-- goes with its account is counted, too.
alter table channels
    add column followers    bigint not null default 0,
    add column rating_sum   bigint not null default 0,
    add column rating_count bigint not null default 0,
    add column views        bigint not null default 0,
    add constraint channels_followers_some check (followers >= 0),
    add constraint channels_rating_range check (rating_count >= 0 and rating_sum between rating_count and 5 * rating_count),
    add constraint channels_views_some check (views >= 0);

create table follows (
    account_id  bigint      not null references accounts on delete cascade,
    channel_id  bigint      not null references channels on delete cascade,
    followed_at timestamptz not null,
    primary key (account_id, channel_id)
);
create index follows_by_channel on follows (channel_id, followed_at desc, account_id);

-- Each function locks the channels in one order first: two accounts that go at the same time must not wait for each other.
create function count_followers() returns trigger language plpgsql as $$
begin
    perform from channels c where c.id in (select channel_id from changed) order by c.id for no key update;
    update channels c set followers = c.followers + n.change
    from (select channel_id, count(*) * tg_argv[0]::int as change from changed group by channel_id) n
    where c.id = n.channel_id;
    return null;
end $$;
create trigger follows_added after insert on follows referencing new table as changed
    for each statement execute function count_followers('1');
create trigger follows_gone after delete on follows referencing old table as changed
    for each statement execute function count_followers('-1');

-- One to five stars, one rating an account and channel.
create table ratings (
    account_id bigint      not null references accounts on delete cascade,
    channel_id bigint      not null references channels on delete cascade,
    stars      integer     not null,
    rated_at   timestamptz not null,
    primary key (account_id, channel_id),
    constraint ratings_stars_range check (stars between 1 and 5)
);
create index ratings_by_channel on ratings (channel_id);

create function count_ratings() returns trigger language plpgsql as $$
begin
    perform from channels c where c.id in (select channel_id from changed) order by c.id for no key update;
    update channels c set rating_sum = c.rating_sum + n.stars, rating_count = c.rating_count + n.change
    from (select channel_id, sum(stars) * tg_argv[0]::int as stars, count(*) * tg_argv[0]::int as change
          from changed group by channel_id) n
    where c.id = n.channel_id;
    return null;
end $$;
create trigger ratings_added after insert on ratings referencing new table as changed
    for each statement execute function count_ratings('1');
create trigger ratings_gone after delete on ratings referencing old table as changed
    for each statement execute function count_ratings('-1');

create function count_changed_ratings() returns trigger language plpgsql as $$
begin
    update channels c set rating_sum = c.rating_sum + n.stars
    from (select channel_id, sum(stars) as stars
          from (select channel_id, stars from added union all select channel_id, -stars from gone) changed
          group by channel_id) n
    where c.id = n.channel_id;
    return null;
end $$;
create trigger ratings_changed after update on ratings referencing new table as added old table as gone
    for each statement execute function count_changed_ratings();

-- Who has seen which broadcast: hashes of the viewers' ids, forgotten a day after its end. The count stays.
create table broadcast_views (
    broadcast_id bigint not null references broadcasts on delete cascade,
    viewer       bytea  not null,
    primary key (broadcast_id, viewer),
    constraint broadcast_views_sha256 check (octet_length(viewer) = 32)
);

create function count_views() returns trigger language plpgsql as $$
begin
    perform from channels c
    where c.id in (select b.channel_id from changed join broadcasts b on b.id = changed.broadcast_id)
    order by c.id for no key update;
    update channels c set views = c.views + n.change
    from (select b.channel_id, count(*) as change
          from changed join broadcasts b on b.id = changed.broadcast_id group by b.channel_id) n
    where c.id = n.channel_id;
    return null;
end $$;
create trigger broadcast_views_added after insert on broadcast_views referencing new table as changed
    for each statement execute function count_views();
