-- Somebody who came by a provider has no password until they set one.
alter table accounts alter column password_hash drop not null;
alter table accounts add constraint accounts_password_hash check (password_hash <> '');

-- Whose identity at an OpenID Connect provider is whose account. That an account without a password keeps one of these
-- is decided with the account's row locked, see Connections.
create table connections (
    id            bigint generated always as identity primary key,
    account_id    bigint      not null references accounts on delete cascade,
    provider      text        not null, -- its name in the configuration
    subject       text        not null,
    label         text        not null, -- what the provider calls them
    granted_roles text        not null default '', -- that came with the last sign-in through it, with spaces
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    constraint connections_provider_form check (provider ~ '^[a-z][a-z0-9-]{0,29}$'),
    constraint connections_subject_length check (char_length(subject) between 1 and 255),
    constraint connections_label_length check (char_length(label) <= 254),
    constraint connections_granted_roles check (granted_roles ~ '^((MODERATOR|STAFF|ADMIN)( (?=[A-Z])|$))*$')
);
create unique index connections_identity_unique on connections (provider, subject);
create unique index connections_one_a_provider on connections (account_id, provider);
