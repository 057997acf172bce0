#!/usr/bin/env bash
# tests/fuzz/run.sh SECONDS [TARGET...]: fuzzes each target (all unless named) for that long.
# New inputs gather in build/fuzz/corpus/, findings in build/fuzz/findings/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cpp; do targets+=("$(basename "$source" _fuzz.cpp)"); done
fi

.ci/need clang libclang-rt-dev cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev libsqlite3-dev \
  libexpat1-dev
.ci/build fuzz
mkdir -p build/fuzz/findings

fuzz() {
  local target=$1 found=build/fuzz/corpus/$1 log=build/fuzz/$1.log
  mkdir -p "$found"
  if ! "build/fuzz/tests/fuzz/runready-$target-fuzz" -max_total_time="$seconds" -timeout=25 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$target-" \
    "$found" "tests/fuzz/corpus/$target" >"$log" 2>&1; then
    tail -n 40 "$log"
    echo "$target: a finding"
    return 1
  fi
  local executions covered
  executions=$(awk '/number_of_executed_units/ { print $2 }' "$log")
  covered=$(grep --only-matching 'cov: [0-9]*' "$log" | tail -n 1)
  echo "$target: $executions executions, ${covered#cov: } edges covered, nothing found"
}

# As many at once as there are processors, each one process.
export -f fuzz
export seconds
if ! printf '%s\n' "${targets[@]}" |
  xargs --max-procs="$(nproc)" --replace=TARGET bash -c 'set -euo pipefail; fuzz TARGET'; then
  echo "error: there are findings" >&2
  echo "help: the inputs are in build/fuzz/findings/, tests/fuzz/README.md says what to do" >&2
  exit 1
fi
