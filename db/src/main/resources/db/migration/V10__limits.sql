-- What is counted against floods and guesses. Unlogged: every count would else wait for the disk, and a crash may forget it.

-- A bucket that leaks evenly (GCRA): empty_at says how full it is. Keys are hashed: some are what people typed.
create unlogged table rate_limits (
    name     text        not null,
    key      bytea       not null,
    empty_at timestamptz not null,
    refused  boolean     not null default false, -- the last request
    refusals integer     not null default 0,     -- since it was last empty
    primary key (name, key),
    constraint rate_limits_key_sha256 check (octet_length(key) = 32)
);
create index rate_limits_empty on rate_limits (empty_at);

-- Wrong passwords and codes by what they were for; beyond a number of them each next try has to wait.
create unlogged table failed_attempts (
    key          bytea       primary key,
    failures     integer     not null,
    free_at      timestamptz not null, -- when the next try may come
    forgotten_at timestamptz not null,
    blocked      boolean     not null default false, -- the last try
    constraint failed_attempts_key_sha256 check (octet_length(key) = 32),
    constraint failed_attempts_some check (failures > 0)
);
create index failed_attempts_forgotten on failed_attempts (forgotten_at);
create index audit_log_at on audit_log (at);
