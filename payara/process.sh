# shellcheck shell=bash
# Processes and ports, from /proc alone: a small Debian has neither ss nor lsof.

declare -A JOBS=()

# Prints the part's main process, or nothing and says no.
part_pid() {
  local pid
  pid=$(head -n 1 "$(part_pid_file "$1")" 2>/dev/null | tr -cd 0-9) || return 1
  [[ -n $pid ]] && is_part "$1" "$pid" && echo "$pid"
}

is_part() { [[ -n $(part_processes "$1" "/proc/$2") ]]; }

# part_processes PART [/proc/PID]: all of a part's, also those that its killed main process left behind.
part_processes() {
  local entry program folder programs
  folder=$(part_folder "$1") programs=$(part_programs "$1")
  for entry in ${2:-/proc/[0-9]*}; do
    # A dead process that nobody has reaped yet has no working folder any more.
    [[ $entry/cwd -ef $folder ]] || continue
    read -r program 2>/dev/null <"$entry/comm" || continue
    if [[ " $programs " == *" $program "* ]]; then echo "${entry#/proc/}"; fi
  done
}

part_is_gone() { [[ -z $(part_processes "$1") ]]; }

# await_part PART SECONDS: until it answers. One that died is not waited for.
await_part() {
  local end=$((SECONDS + $2)) gone=0
  until part_answers "$1"; do
    sleep 0.2
    if part_is_gone "$1"; then gone=$((gone + 1)); else gone=0; fi
    ((SECONDS < end && gone < 5)) || return 1
  done
}

# stop_part PART SIGNAL SECONDS: asks with the signal, waits, and then kills whatever is left.
stop_part() {
  local part=$1 pid pids
  if pid=$(part_pid "$part"); then
    kill "-$2" "$pid" 2>/dev/null || true
    await "$3" part_is_gone "$part" || OUTCOME='killed: it did not stop when asked'
  fi
  clear_remains "$part"
}

# What a kill -9 of the main process left: workers that hold its ports, and its pid file.
clear_remains() {
  local pids
  mapfile -t pids < <(part_processes "$1")
  if ((${#pids[@]})); then
    kill -9 "${pids[@]}" 2>/dev/null || true
    await 10 part_is_gone "$1" || die "$1 cannot be stopped: process ${pids[*]}"
  fi
  rm -f "$(part_pid_file "$1")"
}

# spawn PART COMMAND...: in the part's folder, in its own session, with no stream or lock of ours.
spawn() {
  local part=$1
  shift
  # shellcheck disable=SC2016
  (cd "$(part_folder "$part")" && exec setsid --fork bash -c 'echo "$$" >"$0" && exec "$@"' \
    "$(part_pid_file "$part")" "$@" </dev/null >>"$LOGS/$part.log" 2>&1 9>&-)
}

# background FUNCTION: sets JOB; its process group dies with the launcher, see end_jobs.
background() {
  set -m
  "$@" </dev/null 9>&- &
  set +m
  JOB=$!
  JOBS[$JOB]=1
}

finish_job() {
  local result=0
  wait "$1" || result=$?
  unset "JOBS[$1]"
  return "$result"
}

# However the launcher ends, nothing goes on behind its back.
end_jobs() {
  local job
  [[ -z $OPEN_STEP ]] || echo
  for job in "${!JOBS[@]}"; do kill -- "-$job" 2>/dev/null || true; done
}

# The inode of the socket that listens on the port, on whatever address.
listening_inode() {
  local hex
  printf -v hex '%04X' "$1"
  awk -v port=":$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' /proc/net/tcp*
}

port_holder() {
  local entry pid
  entry=$(find /proc/[0-9]*/fd -lname "socket:\[$1\]" -print -quit 2>/dev/null) || true
  pid=${entry#/proc/} pid=${pid%%/*}
  [[ -z $pid ]] || echo " by $(cat "/proc/$pid/comm") (process $pid)"
}

# Before anything starts: all ports that somebody else listens on, our own parts excepted. A process that was
# killed a moment ago may still hold its ports while its last threads die: then nobody can be named as the holder.
refuse_taken_ports() {
  local taken=()
  await 5 ports_are_settled || true
  ((${#taken[@]} == 0)) || die "${taken[@]}"
}

# Fills taken; not settled while a port is taken by nobody.
ports_are_settled() {
  local pair name variable inode holder settled=true
  taken=()
  for pair in WEB:nginx RTMP:nginx INGEST:nginx RTMPS:nginx HTTPS:nginx PAYARA:payara ADMIN:payara JMS:payara DB:postgres; do
    name=${pair%:*} variable=${pair%:*}_PORT
    [[ $name == DB ]] && ! postgres_uses_own && continue
    port_is_used "$name" || continue
    inode=$(listening_inode "${!variable}")
    if [[ -z $inode ]] || part_has_socket "${pair#*:}" "$inode"; then continue; fi
    holder=$(port_holder "$inode")
    [[ -n $holder ]] || settled=false
    taken+=("Port ${!variable} is taken$holder; choose another with $(port_option "$name")")
  done
  $settled
}

part_has_socket() {
  local pid
  for pid in $(part_processes "$1"); do
    [[ -z $(find "/proc/$pid/fd" -lname "socket:\[$2\]" -print -quit 2>/dev/null) ]] || return 0
  done
  return 1
}

# The status of GET http://127.0.0.1:PORT/PATH, or nothing: curl may not be there yet.
http_status() {
  local line=
  {
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
    IFS= read -r -t 5 line <&3
  } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1" || true
  if [[ $line =~ ^HTTP/1\.[01]\ ([0-9]{3}) ]]; then echo "${BASH_REMATCH[1]}"; fi
}
