#!/bin/bash
# Records what real systems do: oracle/record.sh WHAT... ("list" names them all). Needs Linux, gcc, strace and Go 1.21 or later.
# The Go on PATH fetches the pinned one, named in go-version, as a toolchain module.
set -euo pipefail
cd "$(dirname "$0")"

# The malloc libraries have a recorder of their own: neither Go nor strace.
if [[ ${1-} == malloc ]]; then
  exec ./malloc/record.sh
fi

if [[ $(uname -sm) != "Linux x86_64" ]]; then
  echo "Recording needs Linux on amd64; this is $(uname -sm)." >&2
  exit 1
fi
for tool in go gcc strace setarch chrt taskset setsid renice pmap; do
  if ! command -v "$tool" > /dev/null; then
    echo "Recording needs $tool, which is not on the PATH." >&2
    exit 1
  fi
done

export GOENV=off GOFLAGS= GOTOOLCHAIN="$(< go-version)"
# A recorder may set huge pages for everybody; afterwards they are as they were.
declare -A was
for setting in /sys/kernel/mm/transparent_hugepage/{enabled,khugepaged/{max_ptes_none,{scan,alloc}_sleep_millisecs,pages_to_scan}}; do
  if [[ -w $setting ]]; then
    was[$setting]="$(sed 's/.*\[\(.*\)\].*/\1/' "$setting")"
  fi
done
put_back() {
  for setting in "${!was[@]}"; do
    [[ "$(sed 's/.*\[\(.*\)\].*/\1/' "$setting")" == "${was[$setting]}" ]] || echo "${was[$setting]}" > "$setting"
  done
}
trap put_back EXIT
go run -trimpath ./cmd/record "$@"
