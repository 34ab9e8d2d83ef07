# shellcheck shell=bash
# Payara Server: an installation in the cache, a domain of our own in the data folder.

asadmin() {
  "$PAYARA/bin/asadmin" --user admin --port "$ADMIN_PORT" --interactive=false \
    --passwordfile <(payara_passwords) "$@" </dev/null
}

# asadmin reads passwords from a file; a pipe keeps them off the command line.
payara_passwords() { printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=changeit\n' "${SECRET[admin]}"; }

payara_home() { echo "$CACHE/payara-$(version_of payara)"; }

payara_unpack() {
  if command -v unzip >/dev/null; then unzip -q "$1"; else jar --extract --file "$1"; fi
  chmod +x payara6/bin/* payara6/glassfish/bin/*
}

prepare_payara_in_background() {
  PREPARATION='' PREPARATION_BEGAN=$(now)
  PAYARA=$(payara_home)/payara6
  [[ -d $PAYARA && -f $DOMAIN/created ]] && return
  background prepare_payara >"$LOGS/payara-create.log" 2>&1
  PREPARATION=$JOB
}

prepare_payara() {
  unpacked "payara-$(version_of payara)" "fish.payara.distributions:payara:$(version_of payara):zip" payara_unpack
  [[ -f $DOMAIN/created ]] && return
  rm -rf "$DOMAIN"
  mkdir -p "${DOMAIN%/*}"
  asadmin create-domain --domaindir "${DOMAIN%/*}" --adminport "$ADMIN_PORT" --instanceport "$PAYARA_PORT" \
    --checkports=false "${DOMAIN##*/}"
  touch "$DOMAIN/created"
}

payara_up() {
  local wanted
  if [[ -n $PREPARATION ]]; then
    step 'Payara: installation and domain' await_preparation
  fi
  payara_render
  wanted=$(payara_wanted)
  if part_pid payara >/dev/null; then
    if [[ -f $DOMAIN/deploying ]]; then
      step 'Payara: stopping a torn deployment' stop_part payara TERM 60
    elif [[ $(cat "$RUN/payara.wanted" 2>/dev/null) == "$wanted" ]]; then
      step "Payara on 127.0.0.1:$PAYARA_PORT" already_runs
      return
    else
      payara_drain
      step 'Payara: stopping, its settings changed' stop_part payara TERM 60
    fi
  fi
  step "Payara on 127.0.0.1:$PAYARA_PORT" payara_start
  echo "$wanted" >"$RUN/payara.wanted"
}

await_preparation() {
  finish_job "$PREPARATION" || die "Payara's domain could not be made:" "$(tail -n 15 "$LOGS/payara-create.log")"
  OUTCOME="in all $(seconds_since "$PREPARATION_BEGAN")"
}

# What the running server was started with; when it differs, it must start again.
payara_wanted() { { payara_environment; cat "$RUN/payara.asadmin"; } | sha256sum | cut -d' ' -f1; }

# Files for the server's start: JVM options must be in the domain before, all else it does itself while it boots.
payara_render() {
  local text
  text=$(<"$HOME_DIR/payara/configure.asadmin")$'\n'$(<"$HOME_DIR/payara/local.asadmin.template")
  text=${text//@PAYARA_PORT@/"$PAYARA_PORT"}
  text=${text//@ADMIN_PORT@/"$ADMIN_PORT"}
  printf '%s\n' "${text//@JMS_PORT@/"$JMS_PORT"}" >"$RUN/payara.asadmin"
}

payara_apply_jvm_options() {
  local verb option file=$DOMAIN/config/domain.xml
  while read -r verb option; do
    # multimode and the command itself each take one backslash off: \\: is a colon.
    option=${option//\\\\/}
    case $verb in
      delete-jvm-options) sed -i "\|<jvm-options>$option</jvm-options>|d" "$file" ;;
      create-jvm-options)
        grep -qF "<jvm-options>$option</jvm-options>" "$file" ||
          sed -i "0,\|</java-config>| s|</java-config>|<jvm-options>$option</jvm-options>\n&|" "$file"
        ;;
    esac
  done <"$RUN/payara.asadmin"
}

payara_start() {
  local log=$LOGS/payara-start.log
  clear_remains payara-start
  clear_remains payara
  payara_apply_jvm_options
  grep -v -E '^(#|$)|-jvm-options' "$RUN/payara.asadmin" >"$RUN/payara.boot"
  rm -f "$log"
  payara_launch
  await 180 grep -qs '^Command start-domain' "$log" || die "Payara did not start within three minutes; its log: $DOMAIN/logs/server.log"
  grep -q '^Command start-domain executed successfully' "$log" ||
    die 'Payara did not start:' "$(tail -n 5 "$log")" "$(payara_log_end)"
}

# asadmin ends once the server is up. It has its own session, which the server inherits.
payara_launch() (
  export_environment
  spawn payara-start "$PAYARA/bin/asadmin" --user admin --port "$ADMIN_PORT" --interactive=false \
    --passwordfile <(payara_passwords) start-domain --domaindir "${DOMAIN%/*}" \
    --prebootcommandfile "$RUN/payara.boot" "${DOMAIN##*/}"
)

# Secrets reach a program by its environment only, which nobody else may read.
export_environment() {
  local line
  while IFS= read -r line; do export "${line?}"; done < <(payara_environment)
}

payara_environment() {
  local url user password node
  if postgres_uses_own; then
    url=jdbc:postgresql://127.0.0.1:$DB_PORT/streaming user=streaming password=${SECRET[database]}
  else
    url=$DATABASE_URL user=$DATABASE_USER password=${SECRET[external_database]}
  fi
  printf 'STREAMING_SITE_URL=http://127.0.0.1:%s\nSTREAMING_MAIL_FOLDER=%s\n' "$WEB_PORT" "$DATA/mail"
  operator_environment
  cat <<TEXT
STREAMING_DB_URL=$url
STREAMING_DB_USER=$user
STREAMING_DB_PASSWORD=$password
STREAMING_SECRET=${SECRET[application]}
STREAMING_INGEST_NODES=$(operator_setting STREAMING_INGEST_NODES local)
STREAMING_INGEST_LOCAL_SECRET=${SECRET[ingest]}
STREAMING_INGEST_LOCAL_CONTROL=http://127.0.0.1:$INGEST_PORT
STREAMING_RTMP_PORT=$RTMP_PORT
STREAMING_FILES=$DATA/files
MALLOC_ARENA_MAX=2
TEXT
  for node in $(remote_nodes); do printf 'STREAMING_INGEST_%s_SECRET=%s\n' "${node^^}" "$(node_secret "$node")"; done
  ! tls_is_on || echo "STREAMING_RTMPS_PORT=$RTMPS_PORT"
}

# The application's other settings: lines of the data folder's file `environment`, and what is exported now.
operator_environment() {
  local name own=' STREAMING_DATA STREAMING_CACHE STREAMING_EAR '
  for name in "${!PORT_DEFAULTS[@]}"; do own+="STREAMING_${name}_PORT "; done
  if [[ -f $DATA/environment ]]; then grep -E '^STREAMING_[A-Z0-9_]+=' "$DATA/environment" || true; fi
  for name in $(compgen -e STREAMING_ || true); do
    [[ $own == *" $name "* ]] || printf '%s=%s\n' "$name" "${!name}"
  done
}

# operator_setting NAME DEFAULT: what the application gets, for other parts that must agree with it.
operator_setting() {
  local value
  value=$(operator_environment | sed -n "s/^$1=//p" | tail -n 1)
  echo "${value:-$2}"
}

# Who balances load over several nodes sees it in /health/ready, and sends nobody any more. One node alone need not wait.
payara_drain() {
  local seconds
  seconds=$(operator_setting STREAMING_DRAIN_SECONDS 0)
  [[ $seconds =~ ^[0-9]+$ ]] || die "STREAMING_DRAIN_SECONDS: '$seconds' is no number of seconds"
  if ((seconds == 0)) || ! part_answers payara; then return; fi
  touch "$DOMAIN/draining"
  asadmin set-config-property --source=domain --propertyName=streaming.drain --propertyValue=true >"$LOGS/drain.log" 2>&1 ||
    die 'The server was told to drain, and did not take it:' "$(tail -n 5 "$LOGS/drain.log")"
  sleep "$seconds"
}

payara_serve() {
  [[ -f $DOMAIN/draining ]] || return 0
  asadmin delete-config-property --source=domain --propertyName=streaming.drain >"$LOGS/drain.log" 2>&1 ||
    die 'The server is told to drain, and did not take it back:' "$(tail -n 5 "$LOGS/drain.log")"
  rm "$DOMAIN/draining"
}

payara_deploy() {
  local sum
  if [[ -n $BUILD ]]; then step 'Build of the EAR' await_build; fi
  sum=$(sha256sum <"$EAR")
  if [[ $(cat "$DOMAIN/deployed" 2>/dev/null) == "$sum" ]]; then
    step 'Application' application_ready
    return
  fi
  payara_drain
  rm -f "$DOMAIN/deployed"
  # Left behind when this is interrupted: the server then goes on alone, and would trip over the next attempt.
  touch "$DOMAIN/deploying"
  step 'Application' application_deploy
  echo "$sum" >"$DOMAIN/deployed"
}

application_deploy() {
  local done=true
  # A server that was just started may still load the one before, and cannot replace what is half there.
  [[ ! -d $DOMAIN/applications/streaming ]] || await 60 part_answers payara || true
  asadmin deploy --force --name streaming "$EAR" >"$LOGS/deploy.log" 2>&1 || done=false
  # A failure may leave the old application half undeployed: the next attempt begins with a restart, too.
  $done ||
    die 'The deployment failed:' "$(grep -v -E '^[[:space:]]+at ' "$LOGS/deploy.log" | tail -n 15)" "Its log: $DOMAIN/logs/server.log"
  rm "$DOMAIN/deploying"
  application_ready
  OUTCOME=deployed
}

# Without the stacks, which hide what happened.
payara_log_end() { grep -v -E '^([[:space:]]+at |$)' "$DOMAIN/logs/server.log" | tail -n 15 | cut -c 1-300; }

application_ready() {
  payara_serve
  await_part payara 180 ||
    die 'The application is not ready (/health/ready); the end of its log:' "$(payara_log_end)"
}

payara_down() {
  clear_remains payara-start
  if ! part_is_gone payara; then
    payara_drain
    step 'Stopping Payara' stop_part payara TERM 60
  fi
  clear_remains payara
}

# grant_admin NAME: the application's own libraries talk to the database, no second client is needed.
grant_admin() {
  (($# == 1)) || die 'Usage: ./streaming admin NAME'
  [[ -d $DOMAIN/applications/streaming/lib ]] || die "Nothing is deployed in $DATA yet: ./streaming up"
  read_secrets
  export_environment
  exec java -cp "$DOMAIN/applications/streaming/lib/*" streaming.db.GrantAdmin "$1"
}

# set_property NAME [VALUE]: kept in the domain; what came by the environment wins over it.
set_property() {
  [[ $# == [12] && $1 == streaming.* ]] || die 'Usage: ./streaming set streaming.NAME [VALUE]'
  read_secrets
  PAYARA=$(payara_home)/payara6
  part_pid payara >/dev/null || die "Payara does not run: ./streaming up"
  if (($# == 2)); then
    asadmin set-config-property --source=domain --propertyName="$1" --propertyValue="$2"
  else
    asadmin delete-config-property --source=domain --propertyName="$1"
  fi
}
