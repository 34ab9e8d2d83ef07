-- What channels are about, so that people find them. Trigrams forgive typing mistakes; the extension is a trusted one
-- of PostgreSQL's own, so whoever owns the database may install it.
create extension if not exists pg_trgm;

-- Made by admins. One that was merged stays, so that its address leads to the other.
create table categories (
    id          bigint generated always as identity primary key,
    slug        text    not null,
    name        text    not null,
    hidden      boolean not null default false,
    merged_into bigint references categories,
    constraint categories_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint categories_slug_length check (char_length(slug) <= 50),
    constraint categories_name_length check (char_length(name) between 1 and 50),
    constraint categories_merged_elsewhere check (merged_into <> id)
);
create unique index categories_slug_unique on categories (slug);
create unique index categories_name_unique on categories (lower(name)) where merged_into is null;
insert into categories (slug, name) values
    ('art', 'Art'), ('cooking', 'Cooking'), ('education', 'Education'), ('events', 'Events'), ('fitness', 'Fitness'),
    ('games', 'Games'), ('just-chatting', 'Just chatting'), ('music', 'Music'), ('nature', 'Nature'), ('news', 'News'),
    ('science', 'Science'), ('software', 'Software'), ('sports', 'Sports'), ('travel', 'Travel');

-- Made by whoever first uses one. A merged one stays, so that who types it gets the other.
create table tags (
    name        text        primary key,
    hidden      boolean     not null default false,
    merged_into text references tags on update cascade,
    constraint tags_name_form check (name !~ '[\s,#]'),
    constraint tags_name_length check (char_length(name) between 1 and 25),
    constraint tags_merged_elsewhere check (merged_into <> name)
);

alter table channels add column version bigint not null default 0; -- of what its owner edits
alter table channels add column category_id bigint references categories;
alter table channels add column tags text[] not null default '{}';
alter table channels add constraint channels_tags_number check (cardinality(tags) <= 10);
create index channels_by_category on channels (category_id);
create index channels_by_tag on channels using gin (tags);

create table channel_links (
    channel_id bigint  not null references channels on delete cascade,
    position   integer not null,
    kind       text    not null,
    url        text    not null,
    primary key (channel_id, position),
    constraint channel_links_number check (position between 0 and 9),
    constraint channel_links_kind_form check (kind ~ '^[a-z]{1,20}$'),
    constraint channel_links_url_form check (url ~ '^https://\S+$'),
    constraint channel_links_url_length check (char_length(url) <= 200)
);

-- What is searched: by words and their beginnings, and by trigrams. Declared immutable: so it is for texts.
create function words_of(tags text[]) returns text language sql immutable parallel safe
    return array_to_string(tags, ' ');
alter table channels add column words text not null
    generated always as (lower(name || ' ' || title || ' ' || words_of(tags) || ' ' || bio)) stored;
alter table channels add column search tsvector not null
    generated always as (setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', title), 'B')
        || setweight(to_tsvector('simple', words_of(tags)), 'B') || setweight(to_tsvector('simple', bio), 'C')) stored;
create index channels_search on channels using gin (search);
create index channels_words on channels using gin (words gin_trgm_ops);
