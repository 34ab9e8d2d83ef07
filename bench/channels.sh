#!/usr/bin/env bash
# How many lists of what is live: 2,000 channels, 200 of them live. All 200 in one answer, and pages of 20; straight at
# Payara and through nginx, which keeps an answer for a second; in turns in the same run with the seeds' Django, whose list
# of 200 was repaired for this (listbest: no query a row).
#   PEERS=DIR bench/channels.sh [ROUNDS]
# DIR is a folder that the peers' setup made (Django, gunicorn, PostgreSQL, gen/httpload.c). The product must be up.
# Every server has core 0, the generator core 1; 32 connections. Needs gcc, jq and psql.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

peers=${PEERS:?PEERS must name the folder of the peers}
rounds=${1:-3}
seconds=${SECONDS_EACH:-6}
connections=${CONNECTIONS:-32}
work=$(mktemp -d)
trap 'rm -rf "$work"; remove_accounts' EXIT

# shellcheck source=bench/product.sh
. bench/product.sh

django_sql() { psql -qtA -h 127.0.0.1 -p 55432 -U postgres -d streaming_server -v ON_ERROR_STOP=1 "$@"; }

make_accounts() {
  sql <<'SQL'
begin; -- neither an account nor a profile can be committed without the other
insert into accounts (username, email, password_hash, joined_at)
select 'bench_' || n, 'bench_' || n || '@example.org', '-', now() from generate_series(1, 2000) n;
insert into profiles (account_id) select id from accounts where username like 'bench\_%';
commit;
insert into tags (name) select 'bench-' || n from generate_series(1, 20) n on conflict do nothing;
insert into channels (owner_id, name, title, bio, category_id, tags, created_at)
select a.id, a.username, 'Stream of ' || a.username, 'A few words about ' || a.username,
       (select id from categories where not hidden and merged_into is null order by id offset a.id % 10 limit 1),
       array['bench-' || a.id % 20 + 1, 'bench-' || (a.id + 7) % 20 + 1], now()
from accounts a where a.username like 'bench\_%';
insert into broadcasts (channel_id, title, started_at)
select id, title, now() from channels where name like 'bench\_%' order by id limit 200;
analyze accounts, channels, broadcasts;
SQL
}

remove_accounts() {
  sql -c "delete from accounts where username like 'bench\\_%'" -c "delete from tags where name like 'bench-%'"
}

pin() {
  local process
  for process in "$@" $(pgrep -P "$(IFS=,; echo "$*")"); do taskset -acp 0 "$process" >/dev/null 2>&1 || true; done
}

# run NAME PORT PATH EXPECTED NUMBER SERVERS ROUND
run() {
  taskset -c 1 "$work/httpload" --label "$1" --scenario get --get "$3" --expect "$4" --expect-n "$5" \
    --conc "$connections" --port "$2" --warmup 2 --duration "$seconds" --srv "$6" --out "$work/$1.$7.json" >/dev/null
}

all='/api/channels?live=true&size=200'
page='/api/channels?live=true&size=20&page=3'
ours() {
  local servers
  servers="payara=$(pid payara),nginx=$(pid nginx),pg=$(pid postgres)"
  run payara-all "$(setting PAYARA_PORT)" "$all" '"live":true' 200 "$servers" "$1"
  run payara-page "$(setting PAYARA_PORT)" "$page" '"live":true' 20 "$servers" "$1"
  run nginx-all "$(port nginx)" "$all" '"live":true' 200 "$servers" "$1"
  run nginx-page "$(port nginx)" "$page" '"live":true' 20 "$servers" "$1"
}

django() {
  run listbest 9204 /api/getLiveStreamersBest/ '"is_live":true' 200 \
    "web=$(cat "$peers/run/gunicorn-best.pid"),pg=$(cat "$peers/run/pg.pid")" "$1"
}

table() {
  printf '%-12s %12s %14s %10s %10s %6s\n' list requests/s 'CPU us/request' 'p50 ms' 'p99 ms' bad
  for name in listbest payara-all nginx-all payara-page nginx-page; do
    jq -rs --arg name "$name" '
      def median: sort | .[length / 2 | floor];
      [$name, ([.[].rps] | median), ([.[].cpu_us_per_request.server] | median), ([.[].latency_ms.p50] | median),
       ([.[].latency_ms.p99] | median), ([.[].requests_bad] | add)] | @tsv' "$work/$name".[0-9]*.json
  done | awk -F'\t' '{ printf "%-12s %12.0f %14.0f %10.2f %10.1f %6d\n", $1, $2, $3, $4, $5, $6 }'
}

cp "$peers/gen/common.h" "$peers/gen/httpload.c" "$work"
gcc -O2 -w -o "$work/httpload" "$work/httpload.c" -lpthread -lm
make_accounts
"$peers/bin/django-start.sh" gunicorn-best >/dev/null
# Exactly 200 live ones, as ours.
django_sql -c 'update backend_channel set is_live = false where is_live' \
  -c 'update backend_channel set is_live = true where id in (select id from backend_channel order by id limit 200)'
# The JVM compiles what is hot, on both cores; measured is what runs for hours.
for warm in 1 2 3; do ours "warm$warm"; done
rm -f "$work"/*.warm*.json
pin "$(pid payara)" "$(pid nginx)" "$(pid postgres)"
for ((round = 1; round <= rounds; round++)); do
  ours "$round"
  django "$round"
done
table
