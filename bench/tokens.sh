#!/usr/bin/env bash
# How many sign-ins a second, and how many checks of an access token (GET /api/accounts/me), each with the statements that
# it costs the database. The one of /api/accounts/me reads the account; the check adds none, since a node remembers who
# somebody is for a minute.
#   bench/tokens.sh [SECONDS]     (10 by default)
# The product must be up, started with STREAMING_LIMIT_SIGN_IN=off in its environment, or the sign-ins are refused.
# Needs curl, jq, psql and wrk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"; remove_account' EXIT

# shellcheck source=bench/product.sh
. bench/product.sh
web=$(jq -r .web <<<"$status")
name=bench_tokens
password="correct horse battery $RANDOM"
credentials=$(jq -nc --arg login "$name" --arg password "$password" '$ARGS.named')

remove_account() { sql -c "delete from accounts where username = '$name'"; }

# call PATH BODY: posts JSON, fails if that is refused.
call() { curl -sSf -X POST -H 'Content-Type: application/json' -d "$2" "$web/api/$1"; }

# How many transactions the database has seen; each statement of ours outside of a request's transaction is one. It
# counts what its processes have reported: those that have nothing more to do take ten seconds for that.
transactions() {
  sleep 11
  sql -c "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"
}

# What goes on anyway: timers, leases, health checks.
idle_a_second() {
  local before
  before=$(transactions)
  sleep 9
  echo $((($(transactions) - before) / 20))
}

# run NAME CONNECTIONS SCRIPT: one line of the table.
run() {
  local before after threads=$(($2 < 2 ? 1 : 2))
  wrk -t"$threads" -c"$2" -d5s -s "$3" "$web" >/dev/null # the JVM compiles what is hot
  before=$(transactions)
  wrk -t"$threads" -c"$2" -d"${seconds}s" --latency -s "$3" "$web" >"$work/out"
  after=$(transactions)
  awk -v name="$1" -v connections="$2" -v all=$((after - before)) -v idle=$((idle * (seconds + 11))) '
    /50%/ { p50 = $2 } /99%/ { p99 = $2 }
    /requests in/ { requests = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END {
      each = (all - idle) / requests
      printf "%-14s %11d %12.0f %10s %10s %18.3f %6d\n", name, connections, rate, p50, p99, each < 0 ? 0 : each, bad
    }' "$work/out"
}

remove_account
call accounts "$(jq -nc --arg username "$name" --arg password "$password" '{username: $username, email: ($username + "@example.org"), password: $password}')" >/dev/null
token=$(call tokens "$credentials" | jq -r .accessToken)

cat >"$work/check.lua" <<LUA
request = function() return wrk.format("GET", "/api/accounts/me", { Authorization = "Bearer $token" }) end
LUA
cat >"$work/sign-in.lua" <<LUA
request = function() return wrk.format("POST", "/api/tokens", { ["Content-Type"] = "application/json" }, [[$credentials]]) end
LUA

idle=$(idle_a_second)
printf '%-14s %11s %12s %10s %10s %18s %6s\n' what connections requests/s p50 p99 transactions/request bad
for connections in 1 32; do run 'token check' "$connections" "$work/check.lua"; done
for connections in 1 4; do run sign-in "$connections" "$work/sign-in.lua"; done
