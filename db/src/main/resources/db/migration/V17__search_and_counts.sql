-- What is searched leaves the channels: lists read them all, and views and followers rewrite their rows each second.
alter table channels drop column words, drop column search;
drop function words_of;
create table channel_words (
    channel_id bigint primary key references channels on delete cascade,
    search     tsvector not null
);
create index channel_words_search on channel_words using gin (search);

-- Every word that a channel has or once had, each once: a mistyped one is looked for here, among few short texts.
create table search_words (
    word text primary key
);
create index search_words_likeness on search_words using gin (word gin_trgm_ops);

create function channel_search(name text, title text, tags text[], bio text) returns tsvector
    language sql stable parallel safe
    return setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', title), 'B')
        || setweight(to_tsvector('simple', array_to_string(tags, ' ')), 'B') || setweight(to_tsvector('simple', bio), 'C');

create function index_channel() returns trigger language plpgsql as $$
declare
    found tsvector := channel_search(new.name, new.title, new.tags, new.bio);
begin
    insert into channel_words (channel_id, search) values (new.id, found)
    on conflict (channel_id) do update set search = excluded.search;
    insert into search_words (word) select lexeme from unnest(found) where length(lexeme) between 3 and 50 order by lexeme
    on conflict do nothing; -- in one order: two channels with the same new words must not wait for each other
    return null;
end $$;
create trigger channels_indexed after insert or update of name, title, tags, bio on channels
    for each row execute function index_channel();
insert into channel_words (channel_id, search) select id, channel_search(name, title, tags, bio) from channels;
insert into search_words (word)
select distinct lexeme from channel_words, unnest(search) where length(lexeme) between 3 and 50;

-- How many channels have a category, a tag: kept in the transaction that changes it, counted at no list.
alter table categories
    add column channels bigint not null default 0,
    add constraint categories_channels_some check (channels >= 0);
alter table tags
    add column channels bigint not null default 0,
    add constraint tags_channels_some check (channels >= 0);
update categories g set channels = (select count(*) from channels c where c.category_id = g.id);
update tags t set channels = (select count(*) from channels c where c.tags @> array[t.name]);
create index tags_by_channels on tags (channels desc, name) where not hidden and channels > 0;

-- The argument says what one statement changed. Each loop locks what it counts in one order, categories before tags: two
-- channels that change at the same time must not wait for each other.
create function count_catalog() returns trigger language plpgsql as $$
declare
    changed record;
begin
    for changed in execute 'select category_id, sum(change) as change from (' || tg_argv[0] || ') c
            where category_id is not null group by category_id having sum(change) <> 0 order by category_id' loop
        update categories set channels = channels + changed.change where id = changed.category_id;
    end loop;
    for changed in execute 'select tag, sum(change) as change from (' || tg_argv[0] || ') c cross join unnest(tags) as t (tag)
            group by tag having sum(change) <> 0 order by tag' loop
        update tags set channels = channels + changed.change where name = changed.tag;
    end loop;
    return null;
end $$;
create trigger channels_filed after insert on channels referencing new table as after
    for each statement execute function count_catalog('select category_id, tags, 1 as change from after');
create trigger channels_refiled after update on channels referencing old table as before new table as after
    for each statement execute function count_catalog('select b.category_id, b.tags, -1 as change from before b join after a
        using (id) where (a.category_id, a.tags) is distinct from (b.category_id, b.tags) union all
        select a.category_id, a.tags, 1 from before b join after a
        using (id) where (a.category_id, a.tags) is distinct from (b.category_id, b.tags)');
create trigger channels_unfiled after delete on channels referencing old table as before
    for each statement execute function count_catalog('select category_id, tags, -1 as change from before');

-- Lists are found by an index, and counted in one without the rows.
create index channels_by_beginning on channels (name collate "C");
drop index channels_by_category;
create index channels_by_category on channels (category_id, id);
create index channels_by_views on channels (views desc, id desc);
create index channels_by_language on channels (language, id);
create index channels_by_rating on channels (
    (case when rating_count = 0 then 0 else rating_sum / cast(rating_count as double precision) end) desc, id desc);
cluster channels using channels_pkey; -- the rows get short
analyze channels;
