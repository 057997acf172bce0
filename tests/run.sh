#!/usr/bin/env bash
# tests/run.sh [--approve] [PRESET] [CTEST OPTION...]
#
# Builds a preset (`dev` unless named) and runs every test of it. What is missing on a bare
# Debian 12 is installed first.
#   --approve   rewrites the expected output in tests/golden/ and the documents to what is printed
# Options for ctest follow the preset: tests/run.sh dev -R golden
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "${1:-}" = --approve ]; then
  export RUNREADY_APPROVE=1
  shift
fi
preset=${1:-dev}
[ $# -eq 0 ] || shift
case $preset in
  dev | asan | tsan | clang | coverage) ;;
  *)
    echo "error: no preset with tests is named \`$preset\`" >&2
    echo "help: dev, asan, tsan, clang or coverage" >&2
    exit 2
    ;;
esac

.ci/need g++ cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev libsqlite3-dev \
  libexpat1-dev catch2 jq zsh fish python3-jsonschema python3-distributed mandoc man-db groff-base
.ci/build "$preset"
# Of the tests that pass, the closing lines are enough.
ctest --preset "$preset" --parallel "$(nproc)" "$@" </dev/null 2>&1 |
  grep --invert-match --extended-regexp '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test .* Passed )'
