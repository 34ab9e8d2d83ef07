-- Broadcasts that no ingest node carries: an encoder puts its HLS elsewhere, and says by a lease that it is still there.
alter table broadcasts add column hls_url text;
alter table broadcasts add column lease_ends_at timestamptz;
alter table broadcasts add constraint broadcasts_external_leased check ((hls_url is null) = (lease_ends_at is null));
alter table broadcasts add constraint broadcasts_hls_url_form check (hls_url ~ '^https?://[!-~]+$');
alter table broadcasts add constraint broadcasts_hls_url_length check (char_length(hls_url) <= 500);
create index broadcasts_leased on broadcasts (lease_ends_at) where ended_at is null and lease_ends_at is not null;
