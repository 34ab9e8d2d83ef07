# shellcheck shell=bash
# What the launcher says: one line a step with its time, and errors that name the way out.

OPEN_STEP='' OUTCOME=''

say() { printf '%s\n' "$*"; }

die() {
  [[ -z $OPEN_STEP ]] || printf 'failed\n' >&2
  OPEN_STEP=
  printf 'streaming: %s\n' "$@" >&2
  exit 1
}

# Microseconds; the decimal sign of EPOCHREALTIME depends on the locale.
now() { echo "${EPOCHREALTIME/[^0-9]/}"; }

seconds_since() {
  local tenths=$((($(now) - $1) / 100000))
  printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}

# step TITLE COMMAND...: the command may set OUTCOME to a word that is printed with the time.
step() {
  local title=$1 began
  shift
  began=$(now)
  printf '  %-44s ' "$title"
  OPEN_STEP=$title OUTCOME=
  "$@"
  OPEN_STEP=
  printf '%8s  %s\n' "$(seconds_since "$began")" "$OUTCOME"
}

# Runs until the command succeeds; says no after so many seconds, or when `while` no longer holds.
await() {
  local seconds=$1 end
  shift
  end=$((SECONDS + seconds))
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.2
  done
}
