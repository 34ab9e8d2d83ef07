#!/usr/bin/env bash
# What it costs nginx to know who may have a file: not at all, by a look for the channel's keys (the product's way for
# public channels), by secure_link, by auth_request with an answer of the last five seconds (the product's way for the
# others), and by asking the application each time.
#   bench/watch.sh [SECONDS] [PORT]     (5 and 29580 by default; PORT is for an nginx of its own)
# The product must be up. Needs curl, jq, openssl, psql and wrk. nginx has core 0, the generator core 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-5}
port=${2:-29580}
work=$(mktemp -d)
trap 'stop' EXIT

# shellcheck source=bench/product.sh
. bench/product.sh
web=$(jq -r .web <<<"$status")
name=bench_watch
secret=$(secret ingest)

stop() {
  [[ ! -e $work/pid ]] || kill "$(cat "$work/pid")"
  rm -rf "$work"
  sql -c "delete from accounts where username = '$name'"
}

# call METHOD PATH BODY [HEADER]
call() { curl -sSf -X "$1" -H 'Content-Type: application/json' ${4:+-H "$4"} -d "$3" "$web/api/$2"; }

sql -c "delete from accounts where username = '$name'"
password="correct horse battery $RANDOM"
call POST accounts "$(jq -nc --arg n "$name" --arg p "$password" '{username: $n, email: ($n + "@example.org"), password: $p}')" >/dev/null
bearer="Authorization: Bearer $(call POST tokens "$(jq -nc --arg n "$name" --arg p "$password" '{login: $n, password: $p}')" | jq -r .accessToken)"
call PUT "channels/$name/access" '{"visibility":"role","role":"viewer"}' "$bearer" >/dev/null
token=$(call POST "channels/$name/playback" '{}' "$bearer" | jq -r .hlsUrl | sed 's|.*/~||; s|/.*||')

mkdir -p "$work/hls/$name" "$work/keys/other" "$work/temp"
head -c 2000 /dev/zero | tr '\0' '#' >"$work/hls/$name/index.m3u8" # as long as a playlist of a minute
location() { printf 'location ~ ^/%s/(?<watched>[^/]+)/(?<file>[^/]+\\.m3u8)$ { %s alias "%s/hls/$watched/$file"; }\n' "$1" "$2" "$work"; }
ask="proxy_method POST; proxy_pass_request_body off; proxy_pass_request_headers off; proxy_set_header Connection \"\";
  proxy_set_header Content-Length 0; proxy_set_header X-Ingest-Node local; proxy_set_header X-Ingest-Secret \"$secret\";
  proxy_set_header X-Watch-Channel \$watched; proxy_set_header X-Watch-Token \$cookie_streaming_watch;
  proxy_pass http://payara/api/ingest/watch;"
# shellcheck disable=SC2016
cat >"$work/nginx.conf" <<CONF
$( ((EUID != 0)) || echo 'user root;')
worker_processes 1; worker_cpu_affinity 01; pid "$work/pid"; error_log "$work/log" warn;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; keepalive_requests 100000000; proxy_http_version 1.1;
  $(for temp in client_body proxy fastcgi uwsgi scgi; do echo "${temp}_temp_path \"$work/temp/$temp\";"; done)
  proxy_cache_path "$work/cache" keys_zone=watch:8m use_temp_path=off;
  upstream payara { server 127.0.0.1:$(port payara); keepalive 32; }
  server {
    listen 127.0.0.1:$port;
    $(location file '')
    $(location look "if (-d \"$work/keys/\$watched\") { return 403; }")
    $(location link 'secure_link $arg_md5,$arg_expires; secure_link_md5 "$secure_link_expires$watched bench"; if ($secure_link != 1) { return 403; }')
    $(location kept 'auth_request /kept;')
    $(location each 'auth_request /each;')
    location = /kept { internal; $ask proxy_cache watch; proxy_cache_key "\$watched \$cookie_streaming_watch"; proxy_cache_methods POST;
      proxy_cache_valid 204 5s; proxy_cache_lock on; proxy_ignore_headers Cache-Control Expires; }
    location = /each { internal; $ask }
  }
}
CONF
nginx -p "$work" -c "$work/nginx.conf" -e "$work/log"

expires=$(($(date +%s) + 3600))
md5=$(printf '%s%s bench' "$expires" "$name" | openssl md5 -binary | openssl base64 | tr '+/' '-_' | tr -d =)

# run TITLE PATH: one line of the table.
run() {
  taskset -c 1 wrk -t1 -c16 -d2s -H "Cookie: streaming_watch=$token" "http://127.0.0.1:$port/$2" >/dev/null
  local before after
  before=$(cpu)
  taskset -c 1 wrk -t1 -c16 -d"${seconds}s" --latency -H "Cookie: streaming_watch=$token" "http://127.0.0.1:$port/$2" >"$work/out"
  after=$(cpu)
  awk -v title="$1" -v ticks=$((after - before)) '
    /50%/ { p50 = $2 } /99%/ { p99 = $2 } /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%-34s %10.0f %10s %10s %14.1f %6d\n", title, rate, p50, p99, ticks * 10000 / requests, bad }' "$work/out"
}

# Ticks of a hundredth of a second that nginx's worker has worked.
cpu() { awk '{ print $14 + $15 }' "/proc/$(pgrep -P "$(cat "$work/pid")" | head -n 1)/stat"; }

printf '%-34s %10s %10s %10s %14s %6s\n' way requests/s p50 p99 'nginx µs each' bad
run 'a file' "file/$name/index.m3u8"
run 'a file, after a look for keys' "look/$name/index.m3u8"
run 'secure_link' "link/$name/index.m3u8?md5=$md5&expires=$expires"
run 'auth_request, answer kept 5 s' "kept/$name/index.m3u8"
run 'auth_request, asked each time' "each/$name/index.m3u8"
