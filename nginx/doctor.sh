# shellcheck shell=bash
# Examines the ingest nodes: the application tries each one out, this looks into the logs that only we can read.

doctor() {
  local answer keys head body form=text/plain
  ! $JSON || form=application/json
  [[ -d $DATA ]] || die "There is no product in $DATA yet: ./streaming up"
  read_secrets
  part_answers payara || die 'The application is not up, and it is what tries nodes out: ./streaming up'
  answer=$(doctor_ask "$form")
  head=${answer%%$'\r\n\r\n'*} body=${answer#*$'\r\n\r\n'}
  [[ $head =~ ^HTTP/1\.[01]\ 200 ]] || die "The application does not examine: ${head%%$'\r'*}" "Its log: $DOMAIN/logs/server.log"
  mapfile -t keys < <(sed -n 's/^[Xx]-[Tt]est-[Kk]ey: *\(doctor-[A-Za-z0-9_-]*\).*/\1/p' <<<"$head")
  printf '%s\n' "$body"
  doctor_logs "${keys[@]}" || return 1
  [[ $body != *'  WRONG '* && $body != *'"healthy":false'* ]]
}

# The node's secret goes through a socket of the shell's own: no command line bears it.
doctor_ask() {
  {
    printf 'POST /api/ingest/doctor HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: %s\r\nContent-Length: 0\r\n' "$1" >&3
    printf 'X-Ingest-Node: local\r\nX-Ingest-Secret: %s\r\n\r\n' "${SECRET[ingest]}" >&3
    timeout 120 cat <&3
  } 3<>"/dev/tcp/127.0.0.1/$PAYARA_PORT"
}

# doctor_logs KEY...: the test streams' keys are dead by now, and must be in no log of this machine.
doctor_logs() {
  local found=()
  (($#)) || return 0
  mapfile -t found < <(printf '%s\n' "$@" | grep -rlF -f - -- "$LOGS" "$DOMAIN/logs" 2>/dev/null || true)
  ((${#found[@]} == 0)) && return
  printf 'A key of a test stream is in: %s\n' "${found[@]}" >&2
  printf 'Whoever reads these files has the keys of your streamers, too: tell us, and have them replaced.\n' >&2
  return 1
}
