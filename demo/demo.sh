# shellcheck shell=bash
# A channel to look at: a test picture, and a few viewers who chat. All of it goes through the public doors.

# A small JVM will do.
DEMO_JAVA=(java -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)

demo() {
  case ${1:-} in
    '') demo_up ;;
    stop)
      hold_lock
      demo_down
      ;;
    *) die 'Usage: ./streaming demo [stop]' ;;
  esac
}

demo_up() {
  if ! part_answers nginx || ! part_answers payara; then
    die "The product does not run in $DATA: ./streaming up"
  fi
  hold_lock
  read_secrets
  mkdir -p "$DATA"/demo-{encoder,viewers}
  if part_pid demo-encoder >/dev/null; then
    step 'Demo channel' already_runs
  else
    clear_remains demo-encoder
    step 'Demo channel' demo_publish
  fi
  if part_pid demo-viewers >/dev/null; then
    step 'Demo viewers' already_runs
  else
    step 'Demo viewers' demo_chat
  fi
  printf '\nWatch    http://127.0.0.1:%s/demo\nSign in  as demo with the password in %s\n' "$WEB_PORT" "$DATA/secrets"
}

demo_publish() {
  local key
  key=$(demo_client key 2>"$LOGS/demo-encoder.log") || die 'The demo account could not be made:' "$(tail -n 5 "$LOGS/demo-encoder.log")"
  STREAM_KEY=$key spawn demo-encoder "$HOME_DIR/demo/encoder.sh" "rtmp://127.0.0.1:$RTMP_PORT/app"
  await 30 demo_plays || die "The demo channel does not play; the end of $LOGS/demo-encoder.log:" "$(tail -n 5 "$LOGS/demo-encoder.log")"
}

# Not the playlist of an earlier run, which stays for a while.
demo_plays() { [[ $DATA/nginx/hls/demo/index.m3u8 -nt $RUN/demo-encoder.pid ]]; }

demo_chat() {
  clear_remains demo-viewers
  (
    export DEMO_PASSWORD=${SECRET[demo]}
    spawn demo-viewers "${DEMO_JAVA[@]}" "$HOME_DIR/demo/Demo.java" chat "http://127.0.0.1:$WEB_PORT"
  )
  await 20 grep -qs chatting "$LOGS/demo-viewers.log" || die "The demo's viewers do not get in:" "$(tail -n 5 "$LOGS/demo-viewers.log")"
}

demo_client() { DEMO_PASSWORD=${SECRET[demo]} "${DEMO_JAVA[@]}" "$HOME_DIR/demo/Demo.java" "$1" "http://127.0.0.1:$WEB_PORT"; }

demo_down() {
  local part
  for part in demo-viewers demo-encoder; do
    part_is_gone "$part" || step "Stopping $part" stop_part "$part" TERM 5
    clear_remains "$part"
  done
}
