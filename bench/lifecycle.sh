#!/usr/bin/env bash
# How many encoders can come and go: pairs of publish and done, every tenth with a second publisher that is refused.
# Ours (nginx's loopback location, Payara, PostgreSQL) and, in turns in the same run, the seeds' Django.
#   PEERS=DIR bench/lifecycle.sh [ROUNDS]
# DIR is a folder that the peers' setup made (Django, gunicorn, PostgreSQL, gen/httpload.c). The product must be up.
# Every server has core 0, the generator core 1. Needs gcc, jq and psql.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

peers=${PEERS:?PEERS must name the folder of the peers}
rounds=${1:-3}
seconds=${SECONDS_EACH:-6}
work=$(mktemp -d)
trap 'rm -rf "$work"; remove_accounts' EXIT

# shellcheck source=bench/product.sh
. bench/product.sh

make_accounts() {
  sql <<'SQL'
begin; -- neither an account nor a profile can be committed without the other
insert into accounts (username, email, password_hash, joined_at)
select 'bench_' || n, 'bench_' || n || '@example.org', '-', now() from generate_series(1, 2000) n;
insert into profiles (account_id) select id from accounts where username like 'bench\_%';
commit;
-- No grace: each pair is a broadcast of its own, as with the other servers.
insert into channels (owner_id, name, grace_seconds, created_at)
select id, username, 0, now() from accounts where username like 'bench\_%';
insert into stream_keys (uid, channel_id, name, hash, sealed, created_at)
select gen_random_uuid(), id, 'Main', sha256(convert_to('key-of-' || name, 'UTF8')), '', now() from channels where name like 'bench\_%';
analyze accounts, channels, stream_keys, broadcasts, ingest_segments;
SQL
  sql -c "select 'key-of-' || name || ' ' || name from channels where name like 'bench\\_%'" >"$work/keys"
}

remove_accounts() { sql -c "delete from accounts where username like 'bench\\_%'"; }

# A connection's number is one from its publish to its done, as nginx-rtmp's is; the peers do not look at it.
build_generator() {
  cp "$peers/gen/common.h" "$work"
  sed 's/c->nreq+1/(int)((c-C)*1000000+c->step)/g' "$peers/gen/httpload.c" >"$work/httpload.c"
  gcc -O2 -w -o "$work/httpload" "$work/httpload.c" -lpthread -lm
}

pin() {
  local process
  for process in "$@" $(pgrep -P "$(IFS=,; echo "$*")"); do taskset -acp 0 "$process" >/dev/null 2>&1 || true; done
}

# run NAME CONNECTIONS PORT KEYS SERVERS ROUND [ARGUMENT...]
run() {
  local name=$1 connections=$2 port=$3 keys=$4 servers=$5 round=$6
  shift 6
  taskset -c 1 "$work/httpload" --label "$name" --scenario lifecycle --dup-every 10 --conc "$connections" --port "$port" \
    --keys "$keys" --warmup 3 --duration "$seconds" --srv "$servers" --out "$work/$name.$connections.$round.json" "$@" >/dev/null
}

ours() {
  run streaming "$1" "$(setting INGEST_PORT)" "$work/keys" \
    "payara=$(pid payara),nginx=$(pid nginx),pg=$(pid postgres)" "$2" --on-publish /publish --on-done /publish-done
}

django() {
  run "$1" "$2" "$3" "$peers/data/keys.txt" "web=$(cat "$peers/run/$1.pid"),pg=$(cat "$peers/run/pg.pid")" "$4"
}

table() {
  printf '%-15s %12s %12s %14s %10s %10s %6s\n' server connections requests/s 'CPU us/request' 'p50 ms' 'p99 ms' bad
  for name in streaming gunicorn gunicorn-best; do
    for connections in 1 32; do
      jq -rs --arg name "$name" --arg c "$connections" '
        def median: sort | .[length / 2 | floor];
        [$name, $c, ([.[].rps] | median), ([.[].cpu_us_per_request.server] | median),
         ([.[].latency_ms.p50] | median), ([.[].latency_ms.p99] | median), ([.[].requests_bad] | add)] | @tsv' \
        "$work/$name.$connections".*.json
    done
  done | awk -F'\t' '{ printf "%-15s %12s %12.0f %14.0f %10.2f %10.1f %6d\n", $1, $2, $3, $4, $5, $6, $7 }'
}

build_generator
make_accounts
"$peers/bin/django-start.sh" gunicorn gunicorn-best >/dev/null
# The JVM compiles what is hot, on both cores; measured is what runs for hours.
for warm in 1 2 3 4 5 6 7 8; do ours 32 "warm$warm"; done
rm -f "$work"/*.warm*.json
pin "$(pid payara)" "$(pid nginx)" "$(pid postgres)"
for ((round = 1; round <= rounds; round++)); do
  for connections in 1 32; do
    ours "$connections" "$round"
    django gunicorn "$connections" 9203 "$round"
    django gunicorn-best "$connections" 9204 "$round"
  done
done
table
