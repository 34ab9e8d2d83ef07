-- The last number given out in each channel: its row lock puts the writers of all nodes in one order.
create table chat_sequences (
    channel_id bigint primary key references channels on delete cascade,
    last_seq   bigint not null default 0
);

create table chat_messages (
    channel_id bigint      not null references channels on delete cascade,
    seq        bigint      not null,
    id         uuid        not null,
    author_id  bigint      not null references accounts on delete cascade,
    text       text        not null,
    at         timestamptz not null,
    primary key (channel_id, seq),
    constraint chat_messages_text_length check (char_length(text) between 1 and 500)
);
create unique index chat_messages_id_unique on chat_messages (id);
