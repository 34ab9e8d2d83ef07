# shellcheck shell=bash
# What Maven gives: the EAR, Payara's zip and PostgreSQL's binaries. Versions are written in pom.xml alone.

version_of() {
  local version
  version=$(sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$HOME_DIR/pom.xml")
  [[ -n $version ]] || die "pom.xml does not say $1.version"
  echo "$version"
}

# fetch_artifact COORDINATES FOLDER: from the local repository, whichever it is, else from the network.
fetch_artifact() {
  local log=$LOGS/maven.log mode
  for mode in --offline --batch-mode; do
    mvn --quiet --batch-mode "$mode" --file "$HOME_DIR/pom.xml" --non-recursive dependency:copy \
      -Dartifact="$1" -DoutputDirectory="$2" >"$log" 2>&1 </dev/null && return
  done
  die "Maven could not get $1:" "$(tail -n 15 "$log")"
}

# unpacked NAME COORDINATES UNPACK: the folder in the cache, filled once; a torn attempt leaves nothing.
unpacked() {
  [[ -d $CACHE/$1 ]] || unpack "$@"
  echo "$CACHE/$1"
}

unpack() (
  # Nothing secret, and read by other users where root starts the product.
  umask 022
  mkdir -p "$CACHE" || die "Cannot make the folder for unpacked servers; choose another with STREAMING_CACHE"
  scratch=$(mktemp -d "$CACHE/unpacking.XXXXXX")
  chmod 755 "$scratch"
  trap 'rm -rf "$scratch"' EXIT
  fetch_artifact "$2" "$scratch/download"
  mkdir "$scratch/content"
  cd "$scratch/content" || exit
  "$3" "$scratch"/download/*
  # Another launcher may have been faster: its copy is as good.
  mv --no-target-directory "$scratch/content" "$CACHE/$1" 2>/dev/null || [[ -d $CACHE/$1 ]]
)

build_ear_in_background() {
  BUILD=''
  if [[ -n ${STREAMING_EAR:-} ]]; then
    EAR=$(realpath -- "$STREAMING_EAR")
    [[ -f $EAR ]] || die "There is no EAR at $EAR (STREAMING_EAR)"
    return
  fi
  EAR=$HOME_DIR/streaming-ear/target/streaming.ear
  ear_is_fresh && return
  BUILD_BEGAN=$(now)
  background build_ear >"$LOGS/build.log" 2>&1
  BUILD=$JOB
}

ear_is_fresh() {
  [[ -f $EAR ]] && [[ -z $(cd "$HOME_DIR" && find pom.xml db streaming-ejb streaming-ingest streaming-ws streaming-web streaming-ear \
    -name target -prune -o -type f -newer "$EAR" -print -quit) ]]
}

build_ear() {
  local began
  began=$(date --iso-8601=ns)
  cd "$HOME_DIR" || return
  # The plugins leave in these folders what a source that is gone once gave.
  rm -rf streaming-{web,ws}/target/streaming-*/ streaming-ear/target/streaming/
  mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dspotless.check.skip=true --projects streaming-ear --also-make package
  # Maven leaves an EAR alone that would not change; a source saved during the build must count as newer.
  touch --date="$began" "$EAR"
}

await_build() {
  [[ -n $BUILD ]] || return 0
  finish_job "$BUILD" || die "The build failed; the end of $LOGS/build.log:" "$(grep -a -E 'ERROR|FAIL' "$LOGS/build.log" | tail -n 20)"
  OUTCOME="the build took $(seconds_since "$BUILD_BEGAN")"
}
