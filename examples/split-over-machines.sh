#!/usr/bin/env bash
# split-over-machines.sh [FILE]: a large file in parts, each answered on its own, put together in
# order. On one machine `runready batch` uses all cores by itself (--jobs); this is for several
# (parallel --sshlogin …), or for a job that is to be continued where it stopped.
set -euo pipefail

file=${1:-$(dirname "${BASH_SOURCE[0]}")/checkins.ndjson}

if command -v parallel >/dev/null; then
  # --pipepart hands out pieces of the file that begin and end at line ends.
  parallel --will-cite --keep-order --pipepart --block -1 --arg-file "$file" \
    runready batch --jobs 1 --fields id,recommendation
else
  echo "GNU parallel is not installed: using split" >&2
  parts=$(mktemp -d)
  trap 'rm -rf "$parts"' EXIT
  split --number l/2 "$file" "$parts/part."
  running=()
  for part in "$parts"/part.*; do
    runready batch --jobs 1 --fields id,recommendation "$part" >"$part.done" &
    running+=($!)
  done
  status=0
  for job in "${running[@]}"; do wait "$job" || status=$?; done
  cat "$parts"/part.*.done
  exit "$status"
fi
