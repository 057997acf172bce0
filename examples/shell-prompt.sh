# shellcheck shell=bash
# shell-prompt.sh: today's answer in the prompt of bash or zsh, from a file of answers.
#
#   source shell-prompt.sh                  # in ~/.bashrc or ~/.zshrc
#   PS1='$(runready_prompt)'"$PS1"          # zsh: setopt prompt_subst before it
#
# The answers are in ~/today.json, or where RUNREADY_TODAY says. A file older than 20 hours is of
# another day and says nothing. A prompt costs a few milliseconds.

# shellcheck disable=SC2320  # the status before the prompt is meant
runready_prompt() {
  local before=$? word='' code=0 answers=${RUNREADY_TODAY:-$HOME/today.json}
  if [ -n "$(find "$answers" -mmin -1200 2>/dev/null)" ]; then
    runready --answers "$answers" --exit-code --fields recommendation >/dev/null 2>&1 || code=$?
    case $code in
      0) word='run' ;;
      4) word='run?' ;; # not enough is known
      10) word='easy run' ;;
      20) word='other sport' ;;
      30) word='rest' ;;
      40) word='rest, be seen today' ;;
      50) word='CALL FOR HELP' ;;
      *) word='runready: mistake in the answers' ;;
    esac
    printf '[%s] ' "$word"
  fi
  return "$before" # so that a prompt that shows the last status still does
}

# Run instead of sourced, it shows itself.
if [ -n "${BASH_VERSION:-}" ] && [ "${BASH_SOURCE[0]}" = "$0" ]; then
  RUNREADY_TODAY=$(mktemp)
  echo '{"where": ["calf"], "gait": "limping", "nothing_else": true}' >"$RUNREADY_TODAY"
  echo "$(runready_prompt)~/code \$"
  rm "$RUNREADY_TODAY"
fi
