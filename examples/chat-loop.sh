#!/usr/bin/env bash
# chat-loop.sh: a conversation with `runready next`, which keeps nothing between two calls: whoever
# calls it keeps the answers. Replace `say` and `hear` by those of a chat service and it is a bot.
# Without a terminal somebody with sore thighs answers.
set -euo pipefail

say() { printf '%s\n' "$1"; }

if [ -t 0 ]; then
  hear() { read -r -p '> ' reply; }
else
  sore='{"any_pain": "yes", "where": "quad", "pattern": "soreness", "pain": "3"}'
  hear() {
    reply=$(jq --raw-output --argjson sore "$sore" '$sore[.question.id] // ""' <<<"$turn")
    echo "> $reply"
  }
fi

# The question, and what can be replied.
question='.question | .ask, (.options // [] | .[] | "  \(.id): \(.label)"),
  (if .type == "integer" then "  \(.range[0]) to \(.range[1])" else empty end)'

# The answers with the reply in them; an empty reply is the default. (The variables are jq's.)
# shellcheck disable=SC2016
told='$turn[0].question as $question
  | .[$question.id] = (
      if $reply == "" then $question.default
      elif $question.type == "bool" then ($reply | startswith("y"))
      elif $question.type == "integer" then ($reply | tonumber? // $reply)
      elif $question.type == "multi-choice" then $reply | split(",") - ["none"]
      else $reply end)'

answers='{}'
turn=$(runready next <<<"$answers")
until jq --exit-status .settled <<<"$turn" >/dev/null; do
  say "$(jq --raw-output "$question" <<<"$turn")"
  hear
  if [ -z "$reply" ] && jq --exit-status '.question.enter | not' <<<"$turn" >/dev/null; then
    say "This one needs a reply."
    [ -t 0 ] || exit 1
    continue
  fi
  more=$(jq --compact-output --arg reply "$reply" --slurpfile turn <(echo "$turn") "$told" <<<"$answers")
  if next=$(runready next <<<"$more" 2>/dev/null); then
    answers=$more turn=$next
  else
    say "$(jq --raw-output '.error | .message, .help // empty' <<<"$next")"
    [ -t 0 ] || exit 1
  fi
done
say "$(jq --raw-output '"\(.headline) \(.reasons[0].because // "")", .notice' <<<"$turn")"
