# shellcheck shell=bash
# nginx: RTMP in, HLS out, and the front of everything over HTTP.

nginx_up() {
  local wanted
  nginx_render
  wanted=$(sha256sum <"$DATA/nginx/nginx.conf.new")
  if part_pid nginx >/dev/null && part_answers nginx; then
    if [[ $(cat "$RUN/nginx.wanted" 2>/dev/null) == "$wanted" ]]; then
      rm "$DATA/nginx/nginx.conf.new"
      step "nginx on port $WEB_PORT, RTMP on $RTMP_PORT" already_runs
      return
    fi
    step 'nginx: stopping, its settings changed' stop_part nginx QUIT 8
  fi
  step "nginx on port $WEB_PORT, RTMP on $RTMP_PORT" nginx_start
  echo "$wanted" >"$RUN/nginx.wanted"
}

nginx_down() {
  part_is_gone nginx || step 'Stopping nginx' stop_part nginx QUIT 8
  clear_remains nginx
}

nginx_render() {
  local text name folder=$DATA/nginx
  declare -A values=(
    [DATA]=$DATA [RUN]=$RUN [MODULES]=$(nginx_modules "$(nginx_program)") [SECRET]=${SECRET[ingest]}
    [WEB_PORT]=$WEB_PORT [RTMP_PORT]=$RTMP_PORT [INGEST_PORT]=$INGEST_PORT [PAYARA_PORT]=$PAYARA_PORT
    [USER]='' [IPV6]='#'
  )
  # As root it drops to a user that may not enter every data folder.
  ((EUID != 0)) || values[USER]='user root;'
  [[ ! -e /proc/net/if_inet6 ]] || values[IPV6]=
  text=$(<"$HOME_DIR/nginx/nginx.conf.template")
  for name in "${!values[@]}"; do text=${text//@"$name"@/"${values[$name]}"}; done
  mkdir -p "$folder/temp"
  cp "$HOME_DIR/nginx/unavailable.html" "$folder/"
  printf '%s\n' "$text" >"$folder/nginx.conf.new"
}

nginx_start() {
  local folder=$DATA/nginx
  clear_remains nginx
  mv "$folder/nginx.conf.new" "$folder/nginx.conf"
  # Clients of RTMP are numbered from 1 after every full start: the boot's name tells them apart. A reload keeps it.
  # shellcheck disable=SC2016
  printf 'set $boot "%s";\n' "$(random_bytes 12 | tr '+/' '-_')" >"$folder/boot.conf"
  # Pictures of the last run; players must not find them.
  rm -rf "$folder/hls"
  spawn nginx "$(nginx_program)" -p "$folder" -c nginx.conf -e "$LOGS/nginx.log" -g 'daemon off;'
  await 15 part_answers nginx || die "nginx did not start; the end of $LOGS/nginx.log:" "$(tail -n 10 "$LOGS/nginx.log")"
}
