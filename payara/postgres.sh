# shellcheck shell=bash
# The embedded PostgreSQL: durable, on loopback, under a password that only the data folder knows.

postgres_up() {
  local wanted
  wanted="$DB_PORT $(version_of embedded-postgres-binaries)"
  if part_pid postgres >/dev/null && postgres_ready; then
    if [[ $(cat "$RUN/postgres.wanted" 2>/dev/null) == "$wanted" ]]; then
      step "PostgreSQL on 127.0.0.1:$DB_PORT" already_runs
      return
    fi
    postgres_down
  fi
  step "PostgreSQL on 127.0.0.1:$DB_PORT" postgres_start
  echo "$wanted" >"$RUN/postgres.wanted"
}

already_runs() { OUTCOME='runs already'; }

postgres_down() {
  part_is_gone postgres || step 'Stopping PostgreSQL' stop_part postgres INT 30
  clear_remains postgres
}

# As pg_ctl asks: the last line of the pid file says ready once recovery is over.
postgres_ready() { [[ $(sed -n 8p "$DATA/postgres/postmaster.pid" 2>/dev/null) == ready* ]]; }

postgres_start() {
  local binaries
  background postgres_binaries >"$LOGS/postgres-install.log"
  finish_job "$JOB"
  binaries=$(<"$LOGS/postgres-install.log")
  postgres_allow
  [[ -f $DATA/postgres/PG_VERSION ]] || postgres_create "$binaries"
  clear_remains postgres
  postgres_configure
  spawn postgres "${UNPRIVILEGED[@]}" "$binaries/bin/postgres" -D "$DATA/postgres"
  await_part postgres 60 || die "PostgreSQL did not start; the end of $LOGS/postgres.log:" "$(tail -n 10 "$LOGS/postgres.log")"
}

postgres_binaries() {
  local machine version
  case $(uname -m) in
    x86_64) machine=amd64 ;;
    aarch64) machine=arm64v8 ;;
    ppc64le) machine=ppc64le ;;
    *) die "There is no embedded PostgreSQL for $(uname -m): give DB_URL, DB_USER and DB_PASSWORD" ;;
  esac
  version=$(version_of embedded-postgres-binaries)
  unpacked "postgres-$version-$machine" \
    "io.zonky.test.postgres:embedded-postgres-binaries-linux-$machine:$version" postgres_unpack
}

postgres_unpack() {
  (jar --extract --file "$1" && tar --extract --xz --file ./*.txz && rm -rf ./*.txz META-INF)
}

# PostgreSQL refuses to run as root. A user namespace takes root's powers and leaves the files' owner,
# so it works in folders that nobody else may enter. Where a container forbids that, another user runs it,
# with the one power of opening files in root's folders.
postgres_allow() {
  local owner=root
  UNPRIVILEGED=()
  ((EUID == 0)) || return 0
  if unshare --user true 2>/dev/null; then
    UNPRIVILEGED=(unshare --user)
  else
    owner=$(id -un postgres 2>/dev/null || echo nobody)
    UNPRIVILEGED=(setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups
      --inh-caps +dac_override --ambient-caps +dac_override)
  fi
  [[ ! -d $DATA/postgres || $(stat --format %U "$DATA/postgres") == "$owner" ]] || chown -R "$owner:" "$DATA/postgres"
}

postgres_create() {
  local folder=$DATA/postgres.new
  rm -rf "$folder"
  "${UNPRIVILEGED[@]}" "$1/bin/initdb" --pgdata "$folder" --username streaming --auth scram-sha-256 \
    --pwfile <(printf '%s\n' "${SECRET[database]}") --encoding UTF8 --locale-provider builtin --builtin-locale C.UTF-8 \
    --locale C >>"$LOGS/postgres.log" 2>&1 || die 'initdb failed:' "$(tail -n 5 "$LOGS/postgres.log")"
  echo 'create database streaming' | "${UNPRIVILEGED[@]}" "$1/bin/postgres" --single -D "$folder" postgres \
    >>"$LOGS/postgres.log" 2>&1 || die 'Creating the database failed:' "$(tail -n 5 "$LOGS/postgres.log")"
  mv --no-target-directory "$folder" "$DATA/postgres"
}

# Written at every start, so that the port may change; an operator's own wishes go into postgresql.conf.
postgres_configure() {
  cat >"$DATA/postgres/postgresql.auto.conf" <<TEXT
listen_addresses = '127.0.0.1'
port = $DB_PORT
unix_socket_directories = ''
fsync = on
synchronous_commit = on
full_page_writes = on
random_page_cost = 1.1
password_encryption = 'scram-sha-256'
TEXT
}
