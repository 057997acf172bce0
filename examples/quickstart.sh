#!/usr/bin/env bash
# Builds runready on a bare Debian 12 (other systems: once the libraries are there) and asks it.
# At a terminal it asks its first question; without one it answers from example flags.
# RUNREADY_PROGRAM=PATH takes a program that is built already.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if [ -z "${RUNREADY_PROGRAM:-}" ]; then
  cd "$repository"
  .ci/need g++ cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev
  .ci/build release
  RUNREADY_PROGRAM=build/release/runready
fi

if [ -t 0 ] && [ -t 2 ]; then
  exec "$RUNREADY_PROGRAM"
fi
example=(check --no-input --any-pain --quality sharp --sides one --where knee-front)
echo "\$ runready ${example[*]}"
exec "$RUNREADY_PROGRAM" "${example[@]}" </dev/null
