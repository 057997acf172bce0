#!/usr/bin/env bash
# tests/examples/every-day_test.sh PROGRAM: the reminder and the shell prompt, on every kind of day.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"
export RUNREADY_TODAY=today.json

prompt() { # SHELL
  "$1" -c "source '$examples/shell-prompt.sh'; (exit 7); p=\$(runready_prompt); echo \"\$p\$?\""
}

day() { # ANSWERS, PROMPT, PATTERN OF THE REMINDER or nothing
  echo "$1" >today.json
  for shell in bash zsh; do
    command -v $shell >/dev/null || continue
    expect 0 prompt $shell
    says "^\\[$2\\] 7\$"
  done
  expect 0 "$examples/morning-reminder.sh" today.json
  if [ -n "$3" ]; then says "$3"; elif [ -s said ]; then fail "the reminder is not silent:"; fi
}
day '{"any_pain": false, "nothing_else": true}' 'run' ''
day '{"any_pain": false}' 'run\?' '^Not enough is known'
day '{"gait": "altered", "where": ["calf"], "nothing_else": true}' 'other sport' '^CROSS-TRAIN'
day '{"gait": "limping", "where": ["calf"], "nothing_else": true}' 'rest' '^REST'
day '{"warning_signs": ["chest-pain"]}' 'CALL FOR HELP' '^DO NOT WAIT'

echo '{"gait": "hopping"}' >today.json
expect 0 prompt bash
says 'mistake in the answers'
expect 2 "$examples/morning-reminder.sh" today.json
expect 1 "$examples/morning-reminder.sh" no-such.json

touch --date '-2 days' today.json
expect 0 prompt bash
says '^7$'
expect 0 "$examples/morning-reminder.sh" today.json
says '^How are your legs today'
