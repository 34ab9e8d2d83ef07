-- Browsers that are told by Web Push that a followed channel is live, and what is on its way to them.

-- The key pair by which push services know the site (RFC 8292): one for all nodes, for browsers subscribe to it.
create table push_keys (
    id         boolean     primary key default true,
    public_key bytea       not null, -- a point of P-256, uncompressed
    sealed_key bytea       not null, -- the private one, sealed
    created_at timestamptz not null,
    constraint push_keys_one check (id),
    constraint push_keys_public_key_point check (octet_length(public_key) = 65)
);

-- What browsers gave (RFC 8030, RFC 8291). Without the private key above nobody can send anything to them.
create table push_subscriptions (
    id           bigint generated always as identity primary key,
    hash         bytea       not null, -- SHA-256 of the endpoint, by which browser and API name it
    account_id   bigint      not null references accounts on delete cascade,
    sign_in_id   uuid        references sign_ins on delete set null,
    endpoint     text        not null,
    public_key   bytea       not null, -- p256dh
    auth         bytea       not null,
    user_agent   text        not null default '',
    created_at   timestamptz not null,
    last_sent_at timestamptz,
    failures     int         not null default 0, -- since the last success
    constraint push_subscriptions_hash_sha256 check (octet_length(hash) = 32),
    constraint push_subscriptions_endpoint_length check (char_length(endpoint) <= 1000),
    constraint push_subscriptions_public_key_point check (octet_length(public_key) = 65),
    constraint push_subscriptions_auth_length check (octet_length(auth) = 16),
    constraint push_subscriptions_user_agent check (char_length(user_agent) <= 200)
);
create unique index push_subscriptions_hash_unique on push_subscriptions (hash);
create index push_subscriptions_account on push_subscriptions (account_id);
create index push_subscriptions_sign_in on push_subscriptions (sign_in_id);

-- Who signs out of a browser is not told there any more. A sign-in that merely expired leaves things as they are.
create function end_push_subscription() returns trigger language plpgsql as $$
begin
    delete from push_subscriptions where sign_in_id = new.id;
    return null;
end $$;
create trigger sign_ins_end_push after update of ended_at on sign_ins
    for each row when (new.ended_at is not null) execute function end_push_subscription();

-- One a broadcast and subscription, written with the notification. due_at is also the lease of the node that sends it.
create table pushes (
    subscription_id bigint      not null references push_subscriptions on delete cascade,
    broadcast_id    bigint      not null references broadcasts on delete cascade,
    due_at          timestamptz not null,
    attempts        int         not null default 0,
    primary key (subscription_id, broadcast_id)
);
create index pushes_due on pushes (due_at);
create index pushes_by_broadcast on pushes (broadcast_id);
