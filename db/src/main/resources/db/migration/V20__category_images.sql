-- How a category looks. Its image is the site's and nobody's: it stays when the admin who chose it goes.
alter table images alter column account_id drop not null;
alter table categories add column image text;
alter table categories add constraint categories_image_kept foreign key (image) references images
    deferrable initially deferred;
create unique index categories_image_unique on categories (image);
