#!/usr/bin/env bash
# tests/examples/dask_test.sh PROGRAM: examples/dask with two workers, one of which is killed in the
# middle. What comes out is byte for byte what one process prints; what cannot be answered leaves
# nothing.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"
cluster=$examples/dask/local-cluster.sh

command -v dask-worker >/dev/null || {
  echo "skipped: python3-distributed is not installed"
  exit 0
}

# Lines that cannot be used and blank ones stand among the others; the last line does not end.
{
  for ((i = 0; i < 4000; i++)); do
    cat "$examples/checkins.ndjson"
    ((i % 700 != 3)) || printf '{"gait": "hopping"}\n\n   \n{"id": %d, "answers": 4}\n' "$i"
  done
  printf '{"gait": "limping"}'
} >long.ndjson
printf '\n\n' >blank.ndjson
: >empty.ndjson
cp "$examples/checkins.ndjson" short.ndjson

LOSE_ONE=yes expect 0 "$cluster" --out answered --block 128 --compare \
  long.ndjson blank.ndjson empty.ndjson short.ndjson
says 'the second worker was killed'
says 'by 2 workers, 1 of them lost on the way'
says 'one process: .* lines a second; the cluster: .* times as fast'
grep 'lines a second' said
for file in long blank empty short; do
  runready batch --jobs 1 --fields id,recommendation,referral $file.ndjson >wanted || true
  cmp wanted answered/$file.ndjson || fail "$file.ndjson differs"
done
[ "$(wc -l <answered/long.ndjson)" -gt 32000 ] || fail "lines are missing"
[ "$(ls -A answered)" = "$(printf '%s\n' blank.ndjson empty.ndjson long.ndjson short.ndjson)" ] ||
  fail "something was left behind"

# A batch that fails is said to, and nothing half done takes a file's name.
expect 1 "$cluster" --out failed short.ndjson -- --fields recommendatio
says 'error: .*short.ndjson.* status 2: .*recommendatio'
[ -z "$(ls -A failed)" ] || fail "an answer in spite of a wrong field"
