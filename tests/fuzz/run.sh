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

.ci/need clang libclang-rt-dev cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev
.ci/build fuzz
mkdir -p build/fuzz/findings
failed=()
for target in "${targets[@]}"; do
  found=build/fuzz/corpus/$target
  log=build/fuzz/$target.log
  mkdir -p "$found"
  if "build/fuzz/tests/fuzz/runready-$target-fuzz" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$target-" \
    "$found" "tests/fuzz/corpus/$target" >"$log" 2>&1; then
    executions=$(awk '/number_of_executed_units/ { print $2 }' "$log")
    covered=$(awk '/cov:/ { for (i = 1; i < NF; i++) if ($i == "cov:") n = $(i + 1) } END { print n }' "$log")
    echo "$target: $executions executions, $covered edges covered, nothing found"
  else
    tail -n 40 "$log"
    failed+=("$target")
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "error: findings in ${failed[*]}" >&2
  echo "help: the inputs are in build/fuzz/findings/" >&2
  exit 1
fi
