# shellcheck shell=bash
# nginx: RTMP in, HLS out, and the front of everything over HTTP.

nginx_up() {
  local wanted
  nginx_render
  wanted=$(cat "$DATA"/nginx/*.conf.new | sha256sum)
  if part_pid nginx >/dev/null && part_answers nginx; then
    if [[ $(cat "$RUN/nginx.wanted" 2>/dev/null) == "$wanted" ]]; then
      rm "$DATA"/nginx/*.conf.new
      step "$(nginx_title)" already_runs
      return
    fi
    step 'nginx: stopping, its settings changed' nginx_stop
  fi
  step "$(nginx_title)" nginx_start
  echo "$wanted" >"$RUN/nginx.wanted"
}

nginx_title() { echo "nginx on port $WEB_PORT, RTMP on $RTMP_PORT"; }

nginx_down() {
  part_is_gone nginx || step 'Stopping nginx' nginx_stop
  clear_remains nginx
}

# QUIT, not TERM: only then does nginx-rtmp tell the application that its streams have ended.
nginx_stop() { stop_part nginx QUIT 8; }

# Beside the files in use, which a later start puts in their place.
nginx_render() {
  local template text name folder=$DATA/nginx
  declare -A values=(
    [FOLDER]=$folder [RUN]=$RUN [LOGS]=$LOGS [MODULES]=$(nginx_modules "$(nginx_program)") [SECRET]=${SECRET[ingest]}
    [HOP]=$(printf 'hop %s' "${SECRET[ingest]}" | sha256sum | cut -c1-32)
    [TAP]=$(printf 'tap %s' "${SECRET[ingest]}" | sha256sum | cut -c1-32)
    [WEB_PORT]=$WEB_PORT [RTMP_PORT]=$RTMP_PORT [INGEST_PORT]=$INGEST_PORT [PAYARA_PORT]=$PAYARA_PORT
    [PROXIES_GEO]=$(nginx_proxies '%s 1;') [PROXIES_REAL_IP]=$(nginx_proxies 'set_real_ip_from %s;')
    [HSTS]=$(nginx_hsts) [UPLOADS]=$DATA/files
    [USER]='' [IPV6]='#' [FILES]=$(ulimit -H -n)
  )
  # Started by root, its worker would become a user that may not enter every data folder.
  ((EUID != 0)) || values[USER]='user root;'
  [[ ! -e /proc/net/if_inet6 ]] || values[IPV6]=''
  [[ ${values[FILES]} =~ ^[0-9]+$ && ${values[FILES]} -le 65536 ]] || values[FILES]=65536
  mkdir -p "$folder/temp" "$folder/cache"
  cp "$HOME_DIR"/nginx/{unavailable,too-large}.html "$folder/"
  for template in nginx ingest web; do
    text=$(<"$HOME_DIR/nginx/$template.conf.template")
    for name in "${!values[@]}"; do text=${text//@"$name"@/"${values[$name]}"}; done
    printf '%s\n' "$text" >"$folder/$template.conf.new"
  done
}

# nginx_proxies FORMAT: a directive for each proxy whose word about the client is taken.
nginx_proxies() {
  local proxy proxies
  IFS=, read -ra proxies <<<"$(operator_setting STREAMING_PROXIES 127.0.0.0/8,::1)"
  for proxy in "${proxies[@]}"; do
    proxy=${proxy// /}
    [[ $proxy =~ ^[0-9A-Fa-f.:]+(/[0-9]+)?$ ]] || die "STREAMING_PROXIES: '$proxy' is neither an address nor a block of them"
    # shellcheck disable=SC2059
    printf "$1 " "$proxy"
  done
}

nginx_hsts() {
  local seconds
  seconds=$(operator_setting STREAMING_HSTS 31536000)
  [[ $seconds =~ ^[0-9]+$ ]] || die "STREAMING_HSTS: '$seconds' is no number of seconds"
  ((seconds == 0)) || echo "max-age=$seconds"
}

nginx_start() {
  local file folder=$DATA/nginx
  clear_remains nginx
  for file in "$folder"/*.conf.new; do mv "$file" "${file%.new}"; done
  # shellcheck disable=SC2016
  printf 'set $boot "%s";\n' "$(random_bytes 12 | tr '+/' '-_')" >"$folder/boot.conf"
  # Pictures of the last run.
  rm -rf "$folder/hls" "$folder/renditions"
  nginx_run -t -q || nginx_failed
  nginx_in_the_background
  await_part nginx 15 || nginx_failed
}

nginx_run() { (cd "$DATA/nginx" && "$(nginx_program)" -p "$DATA/nginx" -c nginx.conf -e "$LOGS/nginx.log" "$@") 2>/dev/null; }

nginx_in_the_background() {
  spawn nginx "$(nginx_program)" -p "$DATA/nginx" -c nginx.conf -e "$LOGS/nginx.log" -g 'daemon off;'
}

nginx_failed() { die "nginx did not start; the end of $LOGS/nginx.log:" "$(tail -n 5 "$LOGS/nginx.log")"; }
