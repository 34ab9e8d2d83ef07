#!/usr/bin/env bash
# Many encoders that go live and end at random on one nginx: is what the site says of each right at the end, and how long
# do the callbacks take meanwhile?
#   bench/publishers.sh [ENCODERS] [SECONDS]     (200 and 120 by default)
# Encoders are ffmpeg's, which copy a tiny video; half of those that end are killed with -9. Callbacks are timed by a
# connection of this script's own, through nginx's loopback server, five times a second. The product must be up, with
# nobody live. Needs ffmpeg, curl, jq and psql.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

encoders=${1:-200}
seconds=${2:-120}
work=$(mktemp -d)
# shellcheck source=bench/product.sh
. bench/product.sh
trap 'stop_all; remove_accounts; rm -rf "$work"' EXIT
rtmp=$(jq -r .rtmp <<<"$status")
ingest=http://127.0.0.1:$(setting INGEST_PORT)

stop_all() {
  touch "$work/over"
  wait
}

make_accounts() {
  sql -v count="$encoders" <<'SQL'
begin; -- neither an account nor a profile can be committed without the other
insert into accounts (username, email, password_hash, joined_at)
select 'bench_' || n, 'bench_' || n || '@example.org', '-', now() from generate_series(0, :count) n;
insert into profiles (account_id) select id from accounts where username like 'bench\_%';
commit;
-- No grace: what ends is over, and what begins is another broadcast.
insert into channels (owner_id, name, grace_seconds, created_at)
select id, username, 0, now() from accounts where username like 'bench\_%';
insert into stream_keys (channel_id, hash, sealed, created_at)
select id, sha256(convert_to('key-of-' || name, 'UTF8')), '', now() from channels where name like 'bench\_%';
SQL
}

remove_accounts() { sql -c "delete from accounts where username like 'bench\\_%'"; }

# encoder NUMBER: comes and goes until it is over; in the end its file says whether it is live.
encoder() {
  local pid=0 until
  while [[ ! -e $work/over ]]; do
    sleep "$((RANDOM % 5)).$((RANDOM % 10))"
    [[ ! -e $work/over ]] || break
    ffmpeg -hide_banner -loglevel error -nostdin -re -stream_loop -1 -i "$work/tiny.flv" -c copy -f flv \
      "$rtmp/key-of-bench_$1" 2>/dev/null &
    pid=$!
    until=$((SECONDS + 3 + RANDOM % 25))
    while ((SECONDS < until)) && [[ ! -e $work/over ]]; do sleep 0.5; done
    [[ ! -e $work/over ]] || break
    if ((RANDOM % 2)); then kill -9 "$pid"; else kill "$pid"; fi
    wait "$pid" 2>/dev/null || true
    pid=0
  done
  if ((pid)) && kill -0 "$pid" 2>/dev/null; then echo "bench_$1" >>"$work/live"; fi
  while [[ ! -e $work/counted ]]; do sleep 0.5; done
  ((!pid)) || kill -9 "$pid" 2>/dev/null || true
}

# Times callbacks: a publish and its done.
probe() {
  local client=1000000000
  while [[ ! -e $work/over ]]; do
    client=$((client + 1))
    for call in publish publish-done; do
      curl -s -o /dev/null -w "%{http_code} %{time_total}\n" -d "name=key-of-bench_0&clientid=$client&addr=127.0.0.1" \
        "$ingest/$call" >>"$work/probe.$call"
    done
    sleep 0.2
  done
}

# percentiles FILE NAME
percentiles() {
  sort -n -k2 "$1" | awk -v name="$2" '
    { ms[NR] = $2 * 1000; if ($1 >= 400) bad++ }
    END { printf "%-14s %8d %10.1f %10.1f %10.1f %6d\n", name, NR, ms[int(NR / 2) + 1], ms[int(NR * .99)], ms[NR], bad }'
}

ffmpeg -hide_banner -loglevel error -nostdin -f lavfi -i testsrc2=size=128x72:rate=10 -f lavfi -i sine -t 20 \
  -c:v libx264 -preset ultrafast -g 10 -b:v 40k -c:a aac -b:a 32k -y "$work/tiny.flv"
make_accounts
touch "$work/live"
probe &
for ((n = 1; n <= encoders; n++)); do encoder "$n" & done
sleep "$seconds"
touch "$work/over"
sleep 15
sort "$work/live" >"$work/should"
sql -c "select c.name from channels c join broadcasts b on b.channel_id = c.id and b.ended_at is null where c.name like 'bench\\_%' order by c.name collate \"C\"" |
  LC_ALL=C sort >"$work/is"
broadcasts=$(sql -c "select count(*) from broadcasts b join channels c on c.id = b.channel_id where c.name like 'bench\\_%' and c.name <> 'bench_0'")
LC_ALL=C sort -o "$work/should" "$work/should"
touch "$work/counted"
printf '%s encoders, %s s, %s broadcasts; live at the end: %s, wrong: %s\n' "$encoders" "$seconds" "$broadcasts" \
  "$(wc -l <"$work/is")" "$(comm -3 "$work/should" "$work/is" | wc -l)"
printf '%-14s %8s %10s %10s %10s %6s\n' callback times 'p50 ms' 'p99 ms' 'max ms' bad
percentiles "$work/probe.publish" publish
percentiles "$work/probe.publish-done" publish-done
