# Completion of runready for bash: source <(runready completion bash)

_runready() {
  local program=${COMP_WORDS[0]/#\~\//$HOME/} line=${COMP_LINE:0:COMP_POINT}
  local words=() word rest candidate cut

  # Readline cuts words at `=` and `:` as well: what stands together in the line is one word.
  rest=$line
  for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ ${#words[@]} -eq 0 || $rest == [[:space:]]* ]]; then
      rest=${rest#"${rest%%[![:space:]]*}"}
      words+=("")
    fi
    [[ $rest == "$word"* ]] || word=$rest # of the last word, what is before the cursor
    words[${#words[@]} - 1]+=$word
    rest=${rest#"$word"}
  done
  words=("${words[@]//[\"\'\\]/}")
  word=${words[${#words[@]} - 1]}

  # What is put into the line takes the place of what follows the last cut only.
  cut=${word%"${word##*["$COMP_WORDBREAKS"]}"}
  COMPREPLY=()
  while IFS= read -r candidate; do
    candidate=${candidate%%$'\t'*}
    if [[ $candidate == :path ]]; then
      compopt -o default
    elif [[ $candidate == "$word"* ]]; then
      [[ $candidate == *= ]] && compopt -o nospace
      COMPREPLY+=("${candidate#"$cut"}")
    fi
  done < <("$program" completion candidates -- "${words[@]:1}" 2>/dev/null)
}

complete -o nosort -F _runready runready
