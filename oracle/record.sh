#!/bin/bash
# Records what real systems do: oracle/record.sh WHAT... ("list" names them all). Needs Linux, gcc, strace and Go 1.21 or later.
# The Go on PATH fetches the pinned one, named in go-version, as a toolchain module.
set -euo pipefail
cd "$(dirname "$0")"
export GOENV=off GOFLAGS= GOTOOLCHAIN="$(< go-version)"
exec go run -trimpath ./cmd/record "$@"
