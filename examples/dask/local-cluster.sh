#!/usr/bin/env bash
# local-cluster.sh [assess.py ARGUMENT...]: a scheduler and two workers on this machine, each a
# process of its own, and assess.py on them. On real machines these are the same three commands:
#
#   here     dask-scheduler
#   there    dask-worker tcp://here:8786 --nthreads 4     (on as many machines as there are)
#   here     assess.py --scheduler tcp://here:8786 --out answered *.ndjson
#
# Without arguments it makes a file of check-ins and kills a worker in the middle, to show that
# nothing is missing. LOSE_ONE=yes does so with files of your own.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

for needed in dask-scheduler dask-worker; do
  command -v "$needed" >/dev/null || {
    echo "skipped: $needed is not installed: sudo apt install python3-distributed" >&2
    exit 0
  }
done

work=$(mktemp -d)
started=()
stop() {
  kill "${started[@]}" 2>/dev/null || true
  for ((tries = 0; tries < 200; tries++)); do
    kill -0 "${started[@]}" 2>/dev/null || break
    sleep 0.05
  done
  kill -KILL "${started[@]}" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

start() { # COMMAND...: in the background, what it says in a file
  "$@" >>"$work/log" 2>&1 &
  started+=($!)
  disown
}
cluster=$work/scheduler.json
start dask-scheduler --host 127.0.0.1 --port 0 --no-dashboard --scheduler-file "$cluster"
for name in first second; do
  start dask-worker --scheduler-file "$cluster" --name "$name" --nthreads 1 \
    --no-nanny --no-dashboard --local-directory "$work"
done
for ((tries = 0; tries < 600; tries++)); do
  [ "$(grep --count 'Registered to:' "$work/log")" -lt 2 ] || break
  sleep 0.1
done
[ -s "$cluster" ] || {
  cat "$work/log" >&2
  exit 1
}
address=$(jq --raw-output .address "$cluster")

if [ $# -eq 0 ]; then
  LOSE_ONE=yes
  # The same few check-ins over and over, and now and then a line that cannot be used.
  for ((i = 0; i < 125; i++)); do cat "$here/../checkins.ndjson"; done >"$work/thousand"
  echo '{"gait": "hopping"}' >>"$work/thousand"
  for ((i = 0; i < 60; i++)); do cat "$work/thousand"; done >"$work/check-ins.ndjson"
  set -- --out "$work/answered" --block 512 --compare "$work/check-ins.ndjson"
fi

# A worker that dies while it has work: the second, once some blocks are done.
lose_one() {
  while read -r line; do
    echo "$line" >&2
    [[ ${LOSE_ONE:-} == yes && $line == "block 3 of"* ]] || continue
    kill -KILL "${started[2]}"
    echo "the second worker was killed" >&2
  done
}
"$here/assess.py" --scheduler "$address" "$@" 2> >(lose_one)
