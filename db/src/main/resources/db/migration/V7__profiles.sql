-- Images are files; a row says whose one is. It is written after its file and deleted before it.
create table images (
    name       text        primary key,
    account_id bigint      not null references accounts on delete cascade,
    created_at timestamptz not null,
    constraint images_name_form check (name ~ '^[0-9a-f]{32}\.(jpg|png)$')
);
create index images_account on images (account_id);

-- What somebody tells about themselves. The phone number is in the one form of E.164.
alter table profiles drop column display_name;
alter table profiles add column first_name text not null default '';
alter table profiles add column last_name text not null default '';
alter table profiles add column phone text;
alter table profiles add column picture text;
alter table profiles add column cover text;
alter table profiles add constraint profiles_first_name_length check (char_length(first_name) <= 50);
alter table profiles add constraint profiles_last_name_length check (char_length(last_name) <= 50);
alter table profiles add constraint profiles_bio_length check (char_length(bio) <= 500);
alter table profiles add constraint profiles_phone_form check (phone ~ '^\+[1-9][0-9]{6,14}$');
-- No image goes while a profile shows it; checked at the end, since an account's deletion takes both.
alter table profiles add constraint profiles_picture_kept foreign key (picture) references images
    deferrable initially deferred;
alter table profiles add constraint profiles_cover_kept foreign key (cover) references images
    deferrable initially deferred;
create unique index profiles_picture_unique on profiles (picture);
create unique index profiles_cover_unique on profiles (cover);

-- A profile needs its account (V1); here, an account needs its profile. Neither can be committed without the other.
insert into profiles (account_id) select id from accounts on conflict do nothing;
alter table accounts add constraint accounts_have_profile foreign key (id) references profiles (account_id)
    deferrable initially deferred;

-- The limits of what people type, as Bean Validation and the pages have them.
alter table channels add constraint channels_language_form check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$');
alter table accounts add constraint accounts_email_length check (char_length(email) <= 254);

-- Names of deleted accounts, which nobody else may bear: only their hash, since nobody needs a list of who was here.
create table retired_names (
    hash       bytea       primary key,
    retired_at timestamptz not null,
    constraint retired_names_hash_sha256 check (octet_length(hash) = 32)
);

-- Solutions of the captcha that were used: each is good once, on all nodes.
create table spent_captchas (
    hash       bytea       primary key,
    expires_at timestamptz not null,
    constraint spent_captchas_hash_sha256 check (octet_length(hash) = 32)
);
create index spent_captchas_expiry on spent_captchas (expires_at);

-- What somebody said stays when they go, without their name.
alter table chat_messages alter column author_id drop not null;
alter table chat_messages drop constraint chat_messages_author_id_fkey;
alter table chat_messages add constraint chat_messages_author_id_fkey foreign key (author_id) references accounts
    on delete set null;
-- For an account's deletion and for the export of its data.
create index audit_log_actor on audit_log (actor_id);
create index chat_messages_author on chat_messages (author_id, channel_id, seq);
