# shellcheck shell=bash
# What the machine must have, installed where we may, else named.

require_java_and_maven() {
  local version
  command -v java >/dev/null || die 'There is no Java: apt-get install openjdk-17-jdk-headless'
  version=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [[ $version =~ ^[0-9]+$ && $version -ge 17 && $version -lt 22 ]] ||
    die "Java $version is on the PATH; Payara 6 runs on 17 to 21"
  command -v javac >/dev/null || die 'Java is there without its compiler: apt-get install openjdk-17-jdk-headless'
  command -v mvn >/dev/null || die 'There is no Maven: apt-get install maven'
}

nginx_program() { command -v nginx || { [[ ! -x /usr/sbin/nginx ]] || echo /usr/sbin/nginx; }; }

missing_packages() {
  local nginx
  nginx=$(nginx_program)
  [[ -n $nginx ]] || echo nginx
  [[ -n $nginx && -f $(nginx_modules "$nginx")/ngx_rtmp_module.so ]] || echo libnginx-mod-rtmp
  ! tls_is_on || [[ -n $nginx && -f $(nginx_modules "$nginx")/ngx_stream_module.so ]] || echo libnginx-mod-stream
  command -v ffmpeg >/dev/null || echo ffmpeg
  # PostgreSQL comes as a .txz.
  command -v xz >/dev/null || echo xz-utils
  if $FOR_TESTS; then
    command -v chromium >/dev/null || echo chromium
  fi
}

nginx_modules() { "$1" -V 2>&1 | sed -n 's/.*--modules-path=\([^ ]*\).*/\1/p'; }

install_missing() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  if ((${#packages[@]} == 0)); then
    [[ $COMMAND != install ]] || say 'Nothing is missing'
    return
  fi
  if ((EUID != 0)); then
    sudo -n true 2>/dev/null || die "Missing: ${packages[*]}. Install with:" \
      "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages[*]}"
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || die "Missing, and there is no apt-get to install it: ${packages[*]}"
  mkdir -p "$LOGS"
  step "Installing ${packages[*]}" apt_install "${packages[@]}"
}

apt_install() {
  local had_nginx log=$LOGS/install.log
  had_nginx=$(nginx_program)
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
  } </dev/null >"$log" 2>&1 || die "apt-get failed; the end of $log:" "$(tail -n 15 "$log")"
  [[ -z $(missing_packages) ]] || die "apt-get succeeded, and still missing is: $(missing_packages)" "Its log: $log"
  # Debian starts the nginx that it installs, on port 80; nobody asked for that one.
  if [[ -z $had_nginx && -d /run/systemd/system ]]; then
    "${as_root[@]}" systemctl disable --now --quiet nginx || true
  fi
}
