-- Broadcasts whose followers have not been told yet. Their start records them, by the trigger, so none is lost with a
-- killed node; who tells the followers takes them out, and ends no broadcast's callback wait by it.
create table announcements (
    broadcast_id bigint primary key references broadcasts on delete cascade
);

create function announce() returns trigger language plpgsql as $$
begin
    insert into announcements (broadcast_id) values (new.id);
    return null;
end $$;
create trigger broadcasts_started after insert on broadcasts for each row execute function announce();

-- What somebody was told: the key lets each hear of a broadcast once.
create table notifications (
    account_id   bigint not null references accounts on delete cascade,
    broadcast_id bigint not null references broadcasts on delete cascade,
    read_at      timestamptz,
    primary key (account_id, broadcast_id)
);
create index notifications_unread on notifications (account_id) where read_at is null;
create index notifications_by_broadcast on notifications (broadcast_id);

-- Who wants a mail a day of what they have not read, and up to which broadcast they were told.
create table digests (
    account_id   bigint      primary key references accounts on delete cascade,
    due_at       timestamptz not null,
    broadcast_id bigint      not null default 0
);
create index digests_due on digests (due_at);
