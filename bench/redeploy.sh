#!/usr/bin/env bash
# Deploys the running product's EAR again and again, and shows what each time leaves behind in the server: class
# loaders and session factories that are still there after a full collection, heap, and resident memory.
#   bench/redeploy.sh [TIMES]     (10 by default; the product must be up, see ../streaming)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

times=${1:-10}
data=${STREAMING_DATA:-data}

payara_pid() {
  ./streaming status --json | jq -r '.parts[] | select(.name == "payara") | .pid'
}

# instances CLASS: how many are alive; the histogram collects first.
instances() { awk -v class="$1" '$4 == class { n += $2 } END { print n + 0 }' <<<"$histogram"; }

row() {
  local pid
  pid=$(payara_pid)
  jcmd "$pid" GC.run >/dev/null
  histogram=$(jcmd "$pid" GC.class_histogram)
  printf '%8s %10s %12s %16s %10s %10s\n' "$1" "$2" \
    "$(instances org.glassfish.javaee.full.deployment.EarClassLoader)" \
    "$(instances org.hibernate.internal.SessionFactoryImpl)" \
    "$(awk '/^Total/ { printf "%d", $3 / 1048576 }' <<<"$histogram")" \
    "$(awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status")"
}

printf '%8s %10s %12s %16s %10s %10s\n' deploy seconds 'EAR loaders' 'session factories' 'heap MiB' 'RSS MiB'
row 0 -
for ((i = 1; i <= times; i++)); do
  rm -f "$data/payara/streaming/deployed"
  began=$(date +%s%N)
  ./streaming up >/dev/null
  row "$i" "$(awk -v ns=$(($(date +%s%N) - began)) 'BEGIN { printf "%.1f", ns / 1e9 }')"
done
