#!/usr/bin/env bash
# What an hour of recording costs until it can be watched: the CPU of the server, of its ffmpeg and of nginx, less what
# they take at rest. The hour is a minute of 1080p at some Mbit/s, sixty times over, put where an ingest node records.
#   bench/remux.sh [MBIT]     (5 by default; the product must be up with its own PostgreSQL; needs jq, psql and ffmpeg)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mbit=${1:-5}
data=${STREAMING_DATA:-data}
status=$(./streaming status --json)
part() { jq -r ".parts[] | select(.name == \"$1\") | .$2" <<<"$status"; }
web=$(jq -r .web <<<"$status")
ticks=$(getconf CLK_TCK)
name="bench_$((RANDOM % 1000))"
file=$data/nginx/recordings/$name-$(date +%s).flv
trap 'rm -f "$file" "$file.minute"; sql -c "delete from accounts where username = '"'$name'"'"' EXIT

sql() {
  PGPASSWORD=$(sed -n 's/^database=//p' "$data/secrets") psql -qtA -h 127.0.0.1 -p "$(part postgres port)" -U streaming \
    -d streaming -v ON_ERROR_STOP=1 "$@"
}

# In hundredths of a second, with the children that it has seen off.
cpu() { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$1/stat"; }
all_cpu() {
  local sum=0 pid
  for pid in "$(part payara pid)" $(pgrep -P "$(part nginx pid)"); do sum=$((sum + $(cpu "$pid"))); done
  echo "$sum"
}

curl -sSf -o /dev/null -H 'Content-Type: application/json' "$web/api/accounts" \
  -d "{\"username\":\"$name\",\"email\":\"$name@example.org\",\"password\":\"a long enough pass word\"}"
ffmpeg -loglevel error -f lavfi -i "testsrc2=size=1920x1080:rate=30,noise=alls=20:allf=t" -f lavfi -i sine=sample_rate=48000 -t 60 \
  -c:v libx264 -preset ultrafast -b:v "${mbit}M" -maxrate "${mbit}M" -bufsize "${mbit}M" -g 60 -c:a aac -b:a 128k -f flv -y "$file.minute"
ffmpeg -loglevel error -stream_loop 59 -i "$file.minute" -c copy -f flv -y "$file"
size=$(stat -c %s "$file")

sleep 5
before=$(all_cpu)
sleep 10
rest=$(($(all_cpu) - before))

before=$(all_cpu)
began=$(date +%s%N)
sql >/dev/null <<SQL
with begun as (
  insert into broadcasts (channel_id, title, started_at, ended_at)
  select id, 'Bench', now() - interval '1 hour', now() - interval '1 minute' from channels where name = '$name' returning id, channel_id
), recording as (
  insert into recordings (id, channel_id, broadcast_id, title, started_at, closed_at, due_at)
  select gen_random_uuid(), channel_id, id, 'Bench', now(), now(), now() from begun returning id
)
insert into recording_files (node, name, recording_id, began_at, written_at, bytes)
select 'local', '$(basename "$file")', id, now() - interval '1 hour', now(), $size from recording;
SQL
while :; do
  row=$(sql -c "select coalesce(ready_at::text, failed_at::text, ''), reason, duration_ms, bytes from recordings r join channels c on c.id = r.channel_id where c.name = '$name'")
  [[ $row == '|'* ]] || break
  sleep 0.2
done
seconds=$(awk -v ns=$(($(date +%s%N) - began)) 'BEGIN { printf "%.1f", ns / 1e9 }')
spent=$(awk -v all=$(($(all_cpu) - before)) -v rest="$rest" -v s="$seconds" -v t="$ticks" 'BEGIN { printf "%.1f", (all - rest * s / 10) / t }')
printf '%s of FLV, 1 h at %s Mbit/s: %s s of CPU, %s s until it is ready (%s)\n' "$(numfmt --to=si "$size")" "$mbit" "$spent" "$seconds" "$row"
