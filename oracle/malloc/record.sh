#!/bin/bash
# Records what real malloc libraries answer: oracle/malloc/record.sh [LIBRARY...] (all unless named; see record.ts).
# Needs Linux on amd64, gcc, setarch and Node; for the others than glibc also their Debian packages:
# libtcmalloc-minimal4 2.10, libjemalloc2 5.3.0, libmimalloc2.0 2.0.9.
set -euo pipefail
cd "$(dirname "$0")/../.."
build="$(mktemp -d)"
trap 'rm -r "$build"' EXIT
gcc -O2 -Wall -o "$build/replay" oracle/malloc/replay.c
gcc -O2 -Wall -fno-builtin -o "$build/usable" oracle/malloc/usable.c
gcc -O2 -Wall -pthread -o "$build/threads" oracle/malloc/threads.c
PATH="$PWD/node_modules/.bin:$PATH" REPLAY="$build/replay" USABLE="$build/usable" THREADS="$build/threads" node oracle/malloc/record.ts "$@"
