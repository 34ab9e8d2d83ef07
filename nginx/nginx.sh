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
  local template folder=$DATA/nginx features='rtmp web'
  declare -A values=()
  nginx_values
  values+=(
    [FOLDER]=$folder [RUN]=$RUN [LOGS]=$LOGS [CONF]=$folder/nginx.conf [UPLOADS]=$DATA/files
    [MODULES]=$(nginx_modules "$(nginx_program)") [FILES]=$(ulimit -H -n)
  )
  nginx_origins "$(operator_setting STREAMING_LIVE_ORIGINS '')"
  # Started by root, its worker would become a user that may not enter every data folder.
  ((EUID != 0)) || values[USER]='user root;'
  [[ -e /proc/net/if_inet6 ]] || values[IPV6]='#'
  [[ ${values[FILES]} =~ ^[0-9]+$ && ${values[FILES]} -le 65536 ]] || values[FILES]=65536
  mkdir -p "$folder"/{temp,cache,recordings}
  cp "$HOME_DIR"/nginx/{unavailable,too-large}.html "$folder/"
  for template in nginx ingest web; do
    nginx_fill "$(nginx_template "$template")" >"$folder/$template.conf.new"
  done
}

# What templates say between @ and @, as long as nothing else is wanted; adds to features what the certificate allows.
nginx_values() {
  values=(
    [NODE]=local [SECRET]=${SECRET[ingest]} [PAYARA]=127.0.0.1:$PAYARA_PORT [CONTROL]='' [ORIGINS]=''
    [WEB_PORT]=$WEB_PORT [RTMP_PORT]=$RTMP_PORT [INGEST_PORT]=$INGEST_PORT [RTMPS_PORT]=$RTMPS_PORT [HTTPS_PORT]=$HTTPS_PORT
    [PROXIES_GEO]=$(nginx_proxies '%s 1;') [PROXIES_REAL_IP]=$(nginx_proxies 'set_real_ip_from %s;')
    [HSTS]=$(nginx_hsts) [USER]='' [IPV6]=''
    [CERTIFICATE]=$(operator_setting STREAMING_TLS_CERTIFICATE '') [CERTIFICATE_KEY]=$(operator_setting STREAMING_TLS_KEY '')
  )
  if tls_is_on; then
    [[ -n ${values[CERTIFICATE_KEY]} ]] || die 'STREAMING_TLS_CERTIFICATE needs STREAMING_TLS_KEY, too'
    features+=' tls'
    [[ $features != *rtmp* ]] || features+=' rtmps'
  fi
}

# nginx_origins LIST: the web ports of other ingest nodes, which have the HLS that this machine has not.
nginx_origins() {
  local origin origins
  [[ -n $1 ]] || return 0
  IFS=', ' read -ra origins <<<"$1"
  for origin in "${origins[@]}"; do values[ORIGINS]+="server $(nginx_address "$origin") max_fails=0; "; done
  features+=' origins'
}

# nginx_template NAME: the lines of it that are for the wanted features. "#: only A B" begins lines for A or B alone,
# "#: end" ends them.
nginx_template() {
  awk -v features=" $features " '
    $1 == "#:" && $2 == "only" { depth++; wanted = 0; for (i = 3; i <= NF; i++) if (index(features, " " $i " ")) wanted = 1 }
    $1 == "#:" && $2 == "only" && !wanted && !skipped { skipped = depth }
    $1 == "#:" && $2 == "end" && skipped == depth-- { skipped = 0 }
    $1 != "#:" && !skipped' "$HOME_DIR/nginx/$1.conf.template"
}

nginx_fill() {
  local text=$1 name
  values[HOP]=$(printf 'hop %s' "${values[SECRET]}" | sha256sum | cut -c1-32)
  values[TAP]=$(printf 'tap %s' "${values[SECRET]}" | sha256sum | cut -c1-32)
  for name in "${!values[@]}"; do text=${text//@"$name"@/"${values[$name]}"}; done
  printf '%s\n' "$text"
}

# The whole configuration of a node on another machine, in one file, from the templates of `up`.
nginx_conf() {
  local node=${NODE_OPTIONS[node]:-} role=${NODE_OPTIONS[role]:-ingest} folder=${NODE_OPTIONS[folder]:-/var/lib/streaming}
  local text features
  declare -A values=()
  [[ -n $node ]] || die 'Usage: ./streaming nginx-conf --node NAME [--role ingest|edge] [OPTION]...; see ./streaming help'
  [[ $node =~ ^[a-z0-9][a-z0-9_]{0,30}$ ]] || die "'$node' is no name for a node: small letters, digits and _"
  [[ $folder == /* && $folder != *[$'"\'\\$;{}@\n']* ]] || die "--folder must be an absolute path that nginx can quote"
  case $role in
    ingest) features='rtmp bare' ;;
    edge) features='web edge' ;;
    all) features='rtmp web' ;;
    *) die "There is no role '$role': ingest, edge, or all for both" ;;
  esac
  umask 077
  mkdir -p "$DATA" || die "Cannot make the data folder $DATA; choose another with --data"
  read_secrets
  nginx_values
  values+=(
    [NODE]=$node [FOLDER]=$folder [RUN]=/run [LOGS]=/var/log/nginx [CONF]=/etc/nginx/nginx.conf [UPLOADS]=$folder/files
    [MODULES]=/usr/lib/nginx/modules [FILES]=65536 [USER]='user www-data;'
  )
  [[ -z ${NODE_OPTIONS[application]:-} ]] || values[PAYARA]=$(nginx_address "${NODE_OPTIONS[application]}")
  if [[ $role != edge ]]; then
    values[SECRET]=$(node_secret "$node")
    [[ -z ${NODE_OPTIONS[control]:-} ]] || values[CONTROL]="listen $(nginx_address "${NODE_OPTIONS[control]}");"
  else
    [[ -n ${NODE_OPTIONS[origins]:-} ]] || die 'An edge needs --origins HOST:PORT[,HOST:PORT]...: the web ports of the ingest nodes'
    nginx_origins "${NODE_OPTIONS[origins]}"
    # What it never needs, it must not hold.
    values[SECRET]=''
  fi
  text=$(nginx_template nginx)
  text=${text/'    include "@FOLDER@/ingest.conf";'/"$(nginx_template ingest | sed 's/^./    &/')"}
  text=${text/'    include "@FOLDER@/web.conf";'/"$(nginx_template web | sed 's/^./    &/')"}
  nginx_notes
  nginx_fill "$text"
}

# node_secret NAME: what the operator set, or the one made for a name of STREAMING_INGEST_NODES.
node_secret() {
  local own
  own=$(operator_setting "STREAMING_INGEST_${1^^}_SECRET" '')
  [[ -n $own || $1 != local ]] || own=${SECRET[ingest]}
  [[ -n $own ]] || own=${SECRET[ingest_$1]:-}
  [[ -n $own ]] ||
    die "The application does not know the node $1: add it to STREAMING_INGEST_NODES and set STREAMING_INGEST_${1^^}_CONTROL" \
      "in $DATA/environment, then ./streaming up"
  echo "$own"
}

nginx_address() {
  [[ $1 =~ ^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):[0-9]{1,5}$ ]] || die "'$1' is no HOST:PORT"
  echo "$1"
}

# What the machine must have beside the file.
nginx_notes() {
  cat <<TEXT
# nginx of the $role node $node, for ${values[CONF]} (root:www-data, mode 640: it may hold a secret). Made by ./streaming nginx-conf.
# Before its first start: mkdir -p $folder/temp $folder/cache $folder/recordings && chown -R www-data $folder
TEXT
  case $role in
    ingest | all)
      cat <<TEXT
# Packages: nginx libnginx-mod-rtmp$(! tls_is_on || echo ' libnginx-mod-stream')
# Before each full start, and not at a reload, as ExecStartPre of its unit:
#   sh -c 'printf "set \$\$boot \\"%%s\\";\\n" "\$\$(head -c 12 /dev/urandom | base64 | tr +/ -_)" >$folder/boot.conf'
TEXT
      ;;
  esac
  case $role in
    edge | all) echo "# Copy nginx/unavailable.html and nginx/too-large.html to $folder." ;;
  esac
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
  rm -rf "$folder/hls" "$folder/keys" "$folder/renditions"
  nginx_run -t -q || nginx_failed
  nginx_in_the_background
  await_part nginx 15 || nginx_failed
}

nginx_run() { (cd "$DATA/nginx" && "$(nginx_program)" -p "$DATA/nginx" -c nginx.conf -e "$LOGS/nginx.log" "$@") 2>/dev/null; }

nginx_in_the_background() {
  spawn nginx "$(nginx_program)" -p "$DATA/nginx" -c nginx.conf -e "$LOGS/nginx.log" -g 'daemon off;'
}

nginx_failed() { die "nginx did not start; the end of $LOGS/nginx.log:" "$(tail -n 5 "$LOGS/nginx.log")"; }
