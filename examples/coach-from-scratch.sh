#!/usr/bin/env bash
# coach-from-scratch.sh [FILE]: a rule from an empty file to one that is proved and in use, with
# the two mistakes that everybody makes on the way. Copy the last version and change it.
#
# In words: whose one calf hurts at 3 or more does not run hills today, but trains in another way.
set -euo pipefail
pack=${1:-$(mktemp -d)/hills.json}

write() { # CONDITIONS: the pack, with these in the rule
  cat >"$pack" <<JSON
{
  "pack": {
    "format": "runready/pack/1", "id": "hills", "version": "1", "title": "My club's hills",
    "language": "en", "adds_to": "runready-default"
  },
  "sources": [{"id": "me", "title": "Twenty years of training sheets"}],
  "facts": [
    {
      "id": "me-1", "text": "One sore calf gets worse on hills.", "from": ["me"],
      "grade": "expert-opinion"
    }
  ],
  "rules": [
    {
      "id": "one-calf-no-hills",
      "when": {"and": [$1]},
      "recommend": "cross-train", "recheck_hours": 24,
      "because": "With one sore calf the hills wait.",
      "sources": ["me-1"]
    }
  ],
  "cases": [
    {
      "id": "one-calf-and-hills",
      "expect": {"recommend": "cross-train", "fires": ["one-calf-no-hills"]},
      "answers": {"where": ["calf"], "pain": 3, "sides": "one", "plan": ["hills"]}
    },
    {
      "id": "both-calves-and-hills", "expect": {"not": ["one-calf-no-hills"]},
      "answers": {"where": ["calf"], "pain": 3, "sides": "both", "plan": ["hills"]}
    }
  ]
}
JSON
}

step() { # STATUS COMMAND...: shows the command, its first lines, and that it ends so
  local wanted=$1 status=0
  shift
  echo "\$ $*"
  "$@" >"$pack.said" 2>&1 || status=$?
  head -n 8 "$pack.said"
  echo
  [ "$status" -eq "$wanted" ]
}

calf='{"in": ["calf", {"var": "where"}]}, {">=": [{"var": "pain"}, 3]}'
hills='{"in": ["hills", {"var": "plan"}]}'
one='{"!=": [{"var": "sides"}, "both"]}'

echo "A slip of the fingers is shown where it is."
write "${hills/plan/plann}, $calf"
step 3 runready rules check --add-rules "$pack"

echo "Too much: ordinary soreness in both calves would stop easy runs that the rules promise."
write "$hills, $calf"
step 3 runready rules check --add-rules "$pack"

echo "Only one calf is meant. Now it is proved, with all that the default rules promise,"
write "$hills, $calf, $one"
step 0 runready rules check --add-rules "$pack"
echo "and its own cases hold beside all others."
step 0 runready rules test --add-rules "$pack"

echo "In use. \`runready config set add_rules $pack\` keeps it."
step 0 runready --add-rules "$pack" --where calf --pain 3 --sides one --plan hills --nothing-else
rm "$pack.said"
