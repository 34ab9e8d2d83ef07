# shellcheck shell=bash
# What the benchmarks ask of the running product; read by them, with the folder of the repository as the current one.

data=${STREAMING_DATA:-data}
status=$(./streaming status --json)

pid() { jq -r ".parts[] | select(.name == \"$1\") | .pid" <<<"$status"; }
port() { jq -r ".parts[] | select(.name == \"$1\") | .port" <<<"$status"; }
setting() { sed -n "s/^$1=//p" "$data/settings" | tr -d "'\""; }
secret() { sed -n "s/^$1=//p" "$data/secrets"; }

sql() {
  PGPASSWORD=$(secret database) psql -qtA -h 127.0.0.1 -p "$(port postgres)" -U streaming -d streaming -v ON_ERROR_STOP=1 "$@"
}
