-- When the account's owner proved that mail to its address reaches them; null: not yet.
alter table accounts add column email_confirmed_at timestamptz;

-- Mails that are written and must go out. due_at is also the lease of the node that is at it: while it sends, the mail
-- is due later, so that nobody else sends it, and again if that node dies.
create table mails (
    id         uuid        primary key,
    kind       text        not null,
    recipient  text        not null,
    content    bytea,                -- the message, sealed; gone once it is sent, for it may hold a link
    created_at timestamptz not null,
    due_at     timestamptz not null,
    expires_at timestamptz not null, -- after that it is of no use to anybody
    attempts   int         not null default 0,
    sent_at    timestamptz,
    parked_at  timestamptz,
    reason     text        not null default '', -- why the last attempt failed
    constraint mails_kind_form check (kind ~ '^[a-z][a-z-]{2,40}$'),
    constraint mails_recipient_length check (char_length(recipient) <= 254),
    constraint mails_reason_length check (char_length(reason) <= 500),
    constraint mails_end check (sent_at is null or parked_at is null),
    constraint mails_content check ((content is null) = (sent_at is not null))
);
create index mails_due on mails (due_at) where sent_at is null and parked_at is null;
create index mails_recipient on mails (lower(recipient), created_at);
create index mails_created on mails (created_at);

-- What a link in a mail proves: that its reader gets the mail of this address. Only the hash of its secret is kept.
create table mail_links (
    hash       bytea       primary key,
    account_id bigint      not null references accounts on delete cascade,
    purpose    text        not null,
    email      text        not null,
    expires_at timestamptz not null,
    constraint mail_links_hash_sha256 check (octet_length(hash) = 32),
    constraint mail_links_purpose check (purpose in ('CONFIRM_ADDRESS', 'CHANGE_ADDRESS', 'RESET_PASSWORD')),
    constraint mail_links_email_length check (char_length(email) <= 254)
);
create index mail_links_account on mail_links (account_id);
create index mail_links_expiry on mail_links (expires_at);
