#compdef runready
# Completion of runready for zsh: source <(runready completion zsh), or as the file _runready
# in a folder of $fpath.

_runready() {
  local -a lines plain plain_shown open open_shown
  local line word meaning
  # Every word up to the cursor, without its quotes.
  local -a typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
  lines=("${(@f)$(_call_program candidates ${words[1]} completion candidates -- \
    ${(@q)typed} 2>/dev/null)}")

  if [[ ${lines[1]} == :path ]]; then
    compset -P '--[a-z-]#='
    _files
    return
  fi
  compset -P '*[=,+]'
  for line in $lines; do
    word=${${line%%$'\t'*}#"$IPREFIX"}
    meaning=${line#*$'\t'}
    [[ $line == *$'\t'* ]] || meaning=
    if [[ $word == *= ]]; then
      open+=("$word")
      open_shown+=("$word:$meaning")
    else
      plain+=("$word")
      plain_shown+=("$word:$meaning")
    fi
  done
  zformat -a plain_shown ' -- ' $plain_shown
  zformat -a open_shown ' -- ' $open_shown
  # One line each.
  plain_shown=("${(@mr:COLUMNS-1:)plain_shown}")
  open_shown=("${(@mr:COLUMNS-1:)open_shown}")
  # A comma goes where the space was, so that a list can be gone on with.
  compadd -l -V runready -S ' ' -r $' \t\n;&|,+' -d plain_shown -a plain
  compadd -l -V runready -S '' -d open_shown -a open
}

if [[ ${funcstack[1]} == _runready ]]; then
  _runready "$@"
else
  compdef _runready runready
fi
