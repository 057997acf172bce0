#!/usr/bin/env bash
# tests/hardening.sh [BUILD FOLDER]: whether the program built there (build/release unless named)
# stops on memory errors, as src/cmake/Hardening.cmake asks for. Prints what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${1:-build/release}
program=$build/runready
.ci/need binutils

missing=()
# expect WHAT PATTERN COMMAND...: what the command prints has the pattern.
expect() {
  local what=$1 pattern=$2
  shift 2
  "$@" | grep --extended-regexp "$pattern" >/dev/null || missing+=("$what")
}
expect "position-independent (PIE)" 'FLAGS_1.* PIE' readelf --wide --dynamic "$program"
expect "bound at start (BIND_NOW)" 'FLAGS_1.* NOW' readelf --wide --dynamic "$program"
expect "tables read-only after that (RELRO)" GNU_RELRO readelf --wide --segments "$program"
expect "stack not executable" 'GNU_STACK .* RW +0x' readelf --wide --segments "$program"
# The program is linked statically and has everything of the C library: its own parts tell.
expect "stack protector" ' U __stack_chk_fail' nm "$build/src/librunready.a"
expect "FORTIFY" ' U __mem(cpy|set|move)_chk' nm "$build/src/librunready.a"
expect "checked library (_GLIBCXX_ASSERTIONS)" ' U .*glibcxx_assert' nm "$build/src/librunready.a"
if [ "$(uname -m)" = x86_64 ]; then
  expect "control flow (CET)" 'IBT, SHSTK' readelf --wide --notes "$build/src/librunready.a"
fi

if [ ${#missing[@]} -gt 0 ]; then
  for what in "${missing[@]}"; do echo "error: $program: missing: $what" >&2; done
  echo "help: build the preset release; src/cmake/Hardening.cmake has the flags" >&2
  exit 1
fi
echo "hardened: $program"
