# Sourced by the tests of examples: `runready` is the program given, the folder is a new one.
# shellcheck shell=bash
set -euo pipefail
examples=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../examples" && pwd)
export examples

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here"
ln -s "$(realpath "${1:?usage: tests/examples/NAME_test.sh PROGRAM}")" "$work/bin/runready"
export PATH=$work/bin:$PATH HOME=$work RUNREADY_CONFIG=/dev/null XDG_CACHE_HOME=$work/cache
cd "$work/here"

fail() {
  echo "FAILED: $1"
  [ ! -e said ] || cat said
  exit 1
}

# expect STATUS COMMAND...: the command ends so; what it says is in the file `said`.
expect() {
  local wanted=$1 status=0
  shift
  "$@" >said 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] || fail "status $status, not $wanted: $*"
}

# says PATTERN: a line of it has the pattern.
says() { grep --quiet --extended-regexp -- "$1" said || fail "nothing like \`$1\` in"; }
