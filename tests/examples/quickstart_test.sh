#!/usr/bin/env bash
# tests/examples/quickstart_test.sh PROGRAM: installed in a home with a space in its name, used, and
# taken away without a trace by the command that was printed.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"
RUNREADY_PROGRAM=$(realpath "$1")
export RUNREADY_PROGRAM

mkdir "$work/my home"
export HOME="$work/my home"
for time in first second; do
  expect 0 "$examples/quickstart.sh" --install
  says '^installed under '
  says 'add  PATH='
  [ -x "$HOME/.local/bin/runready" ] || fail "no program the $time time"
done
expect 0 "$HOME/.local/bin/runready" --version
says '^runready [0-9.]+$'
for file in man/man1/runready.1 man/man5/runready-pack.5 bash-completion/completions/runready \
  fish/vendor_completions.d/runready.fish zsh/site-functions/_runready doc/runready/README.md; do
  [ -s "$HOME/.local/share/$file" ] || fail "no $file"
done

expect 0 "$examples/quickstart.sh" --install
command=$(sed --quiet 's/^  //p' said)
expect 0 bash -c "$command"
[ ! -s said ] || fail "taking it away says:"
find "$HOME" -not -type d >said
[ ! -s said ] || fail "left behind:"
find "$HOME" -name '*runready*' >said
[ ! -s said ] || fail "left behind:"

expect 0 "$examples/quickstart.sh" --install "$work/elsewhere"
[ -x "$work/elsewhere/bin/runready" ] || fail "not where it was wanted"
expect 2 "$examples/quickstart.sh" --instal
