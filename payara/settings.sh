# shellcheck shell=bash
# Options, environment, what the data folder remembers, and its secrets.

# Port: default and meaning. An option wins over the environment, that over what was remembered.
declare -A PORT_DEFAULTS=([WEB]=8080 [RTMP]=1935 [PAYARA]=18080 [ADMIN]=14848 [JMS]=17676 [INGEST]=18081 [DB]=15432
  [RTMPS]=1936 [HTTPS]=8443)
declare -A GIVEN=() NODE_OPTIONS=()

read_arguments() {
  COMMAND=${1:-help} WORDS=() JSON=false FOR_TESTS=false
  shift || true
  while (($#)); do
    case $1 in
      --data | --*-port | --node | --role | --folder | --application | --control | --origins)
        [[ $# -ge 2 && -n $2 ]] || die "$1 needs a value"
        give_option "$1" "$2"
        shift
        ;;
      --data=* | --*-port=* | --node=* | --role=* | --folder=* | --application=* | --control=* | --origins=*)
        give_option "${1%%=*}" "${1#*=}"
        ;;
      --json) JSON=true ;;
      --test) FOR_TESTS=true ;;
      -h | --help) COMMAND=help ;;
      -*) die "There is no option $1; see ./streaming help" ;;
      *) WORDS+=("$1") ;;
    esac
    shift
  done
  case $COMMAND in
    -h | --help) COMMAND=help ;;
  esac
  locate_data
  read_settings
}

give_option() {
  local name
  case $1 in
    --data) name=DATA ;;
    --node | --role | --folder | --application | --control | --origins)
      NODE_OPTIONS[${1#--}]=$2
      return
      ;;
    *)
      name=${1#--} name=${name%-port}
      name=${name^^}
      [[ -n ${PORT_DEFAULTS[$name]:-} ]] || die "There is no option $1; see ./streaming help"
      ;;
  esac
  GIVEN[$name]=$2
}

locate_data() {
  DATA=$(realpath -m -- "${GIVEN[DATA]:-${STREAMING_DATA:-$HOME_DIR/data}}")
  [[ ! -e $DATA || -d $DATA ]] || die "$DATA (--data) is not a folder"
  # These end up in the configuration files of three servers.
  [[ $DATA != *[$'"\'\\$;{}\n']* ]] || die "The data folder's name has a character that nginx cannot quote: $DATA"
  LOGS=$DATA/logs RUN=$DATA/run DOMAIN=$DATA/payara/streaming
  CACHE=${STREAMING_CACHE:-${XDG_CACHE_HOME:-${HOME:-$DATA}/.cache}/streaming}
  # The user that runs PostgreSQL for root may not enter root's home.
  [[ $EUID != 0 || -n ${STREAMING_CACHE:-} ]] || CACHE=/var/cache/streaming
}

read_settings() {
  local name variable line
  declare -A remembered=()
  if [[ -f $DATA/settings ]]; then
    while IFS= read -r line; do
      [[ $line != *=* ]] || remembered[${line%%=*}]=${line#*=}
    done <"$DATA/settings"
  fi
  for name in "${!PORT_DEFAULTS[@]}"; do
    variable=STREAMING_${name}_PORT
    set_port "$name" "${GIVEN[$name]:-${!variable:-${remembered[${name}_PORT]:-${PORT_DEFAULTS[$name]}}}}"
  done
  refuse_equal_ports
  # Given but empty means: back to our own database.
  DATABASE_URL=${DB_URL-${remembered[DB_URL]:-}}
  DATABASE_USER=${DB_USER-${remembered[DB_USER]:-}}
  [[ -z $DATABASE_URL || $DATABASE_URL == jdbc:postgresql:* ]] ||
    die "DB_URL must begin with jdbc:postgresql: — it is the address that Java's driver takes"
}

set_port() {
  [[ $2 =~ ^[1-9][0-9]{0,4}$ && $2 -le 65535 ]] || die "${1,,} port: '$2' is not a port (1 to 65535), $(port_option "$1")"
  printf -v "${1}_PORT" '%s' "$2"
}

port_option() { echo "--${1,,}-port or STREAMING_${1}_PORT"; }

refuse_equal_ports() {
  local name variable
  declare -A owners=()
  for name in "${!PORT_DEFAULTS[@]}"; do
    port_is_used "$name" || continue
    variable=${name}_PORT
    [[ -z ${owners[${!variable}]:-} ]] ||
      die "Port ${!variable} is given twice: $(port_option "$name"), and $(port_option "${owners[${!variable}]}")"
    owners[${!variable}]=$name
  done
}

# Without a certificate nobody listens for TLS.
port_is_used() { [[ $1 != @(RTMPS|HTTPS) ]] || tls_is_on; }

tls_is_on() { [[ -n $(operator_setting STREAMING_TLS_CERTIFICATE '') ]]; }

remember_settings() {
  local name variable
  {
    for name in "${!PORT_DEFAULTS[@]}"; do
      variable=${name}_PORT
      echo "$variable=${!variable}"
    done | sort
    [[ -z $DATABASE_URL ]] || printf 'DB_URL=%s\nDB_USER=%s\n' "$DATABASE_URL" "$DATABASE_USER"
  } >"$DATA/settings.new"
  mv "$DATA/settings.new" "$DATA/settings"
}

postgres_uses_own() { [[ -z $DATABASE_URL ]]; }

# One launcher at a time works on a data folder. The lock goes with this process; what it starts closes it.
hold_lock() {
  umask 077
  mkdir -p "$DATA" "$LOGS" "$RUN" || die "Cannot make the data folder $DATA; choose another with --data"
  exec 9>"$DATA/lock"
  flock --nonblock 9 && return
  say "Another ./streaming works on $DATA; waiting for it"
  flock --timeout 300 9 || die "Gave up after five minutes; who holds it: fuser $DATA/lock"
  # The other one may have remembered other ports.
  read_settings
}

# Made once, never shown but in what nginx-conf prints, never on a command line.
read_secrets() {
  local file=$DATA/secrets line name
  declare -gA SECRET=()
  if [[ -f $file ]]; then
    while IFS= read -r line; do SECRET[${line%%=*}]=${line#*=}; done <"$file"
  fi
  for name in database admin ingest demo $(remote_nodes | sed 's/^/ingest_/'); do
    [[ -n ${SECRET[$name]:-} ]] || SECRET[$name]=$(random_bytes 24 | tr '+/' '-_')
  done
  [[ -n ${SECRET[application]:-} ]] || SECRET[application]=$(random_bytes 32)
  if ! postgres_uses_own; then
    SECRET[external_database]=${DB_PASSWORD-${SECRET[external_database]:-}}
  fi
  for name in "${!SECRET[@]}"; do echo "$name=${SECRET[$name]}"; done | sort >"$file.new"
  chmod 600 "$file.new"
  mv "$file.new" "$file"
}

# The ingest nodes on other machines: those of STREAMING_INGEST_NODES, but for our own.
remote_nodes() {
  local node nodes
  IFS=', ' read -ra nodes <<<"$(operator_setting STREAMING_INGEST_NODES local)"
  for node in "${nodes[@]}"; do
    [[ $node =~ ^[a-z0-9][a-z0-9_]{0,30}$ ]] || die "STREAMING_INGEST_NODES: '$node' is no name: small letters, digits and _"
    [[ $node == local ]] || echo "$node"
  done
}

random_bytes() { head -c "$1" /dev/urandom | base64 --wrap=0; }
