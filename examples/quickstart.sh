#!/usr/bin/env bash
# quickstart.sh [--install [FOLDER]]
#
# Builds runready on a bare Debian 12 (other systems: once the libraries are there) and asks it.
# At a terminal it asks its first question; without one it answers from example flags.
#   --install   puts the program, its manual and its completions under FOLDER (~/.local unless
#               named) instead, and says how to take them away again
# RUNREADY_PROGRAM=PATH takes a program that is built already.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if [ -z "${RUNREADY_PROGRAM:-}" ]; then
  cd "$repository"
  .ci/need g++ cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev libsqlite3-dev \
    libexpat1-dev
  .ci/build release
  RUNREADY_PROGRAM=build/release/runready
fi

# What was put where stands in a list beside the rest, folders of its own after what is in them.
install_under() { # FOLDER
  local build prefix list
  build=$(dirname "$RUNREADY_PROGRAM")
  mkdir -p "$1"
  prefix=$(cd "$1" && pwd)
  list=$prefix/share/runready/installed
  cmake --install "$build" --prefix "$prefix" --component program >/dev/null
  {
    cat "$build/install_manifest_program.txt" && echo
    echo "$list"
    find "$prefix/share/runready" "$prefix/share/doc/runready" -depth -type d
  } >"$list.new"
  mv "$list.new" "$list"
  echo "installed under $prefix; to take it away again:"
  printf "  xargs --delimiter '%s' --arg-file '%s' rm --dir --force\n" '\n' "$list"
  [[ :$PATH: == *:$prefix/bin:* ]] ||
    echo "not in your PATH yet: add  PATH=$prefix/bin:\$PATH  to ~/.profile"
}

case ${1:-} in
  --install)
    install_under "${2:-$HOME/.local}"
    exit
    ;;
  ?*)
    echo "usage: quickstart.sh [--install [FOLDER]]" >&2
    exit 2
    ;;
esac

if [ -t 0 ] && [ -t 2 ]; then
  exec "$RUNREADY_PROGRAM"
fi
example=(check --no-input --any-pain --quality sharp --sides one --where knee-front)
echo "\$ runready ${example[*]}"
exec "$RUNREADY_PROGRAM" "${example[@]}" </dev/null
