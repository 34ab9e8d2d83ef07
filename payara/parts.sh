# shellcheck shell=bash
# What each part is: its folder, its program, its port, and when it counts as up.

# A part's own folder is the working folder of its processes. With the program's name it tells them
# from strangers that were given the number of a dead part.
part_folder() {
  case $1 in
    postgres) echo "$DATA/postgres" ;;
    payara) echo "$DOMAIN/config" ;;
    payara-start) echo "$DATA/payara" ;;
    nginx) echo "$DATA/nginx" ;;
    demo-*) echo "$DATA/$1" ;;
  esac
}

part_programs() {
  case $1 in
    payara | payara-start | demo-viewers) echo java ;;
    demo-encoder) echo 'encoder.sh ffmpeg' ;;
    *) echo "$1" ;;
  esac
}

part_pid_file() {
  case $1 in
    postgres) echo "$DATA/postgres/postmaster.pid" ;;
    payara) echo "$DOMAIN/config/pid" ;;
    *) echo "$RUN/$1.pid" ;;
  esac
}

part_port() {
  case $1 in
    postgres) echo "$DB_PORT" ;;
    payara) echo "$PAYARA_PORT" ;;
    nginx) echo "$WEB_PORT" ;;
  esac
}

part_answers() {
  case $1 in
    # Its process is all there is to see of it.
    demo-*) true ;;
    payara) [[ $(http_status "$PAYARA_PORT" /health/ready) == 200 ]] ;;
    nginx) [[ $(http_status "$INGEST_PORT" /boot) == 200 ]] ;;
    postgres) postgres_ready ;;
  esac
}
