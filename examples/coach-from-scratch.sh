#!/usr/bin/env bash
# coach-from-scratch.sh [FOLDER]: a rule of one's own, from `rules init` to one that is changed, proved and in
# use, with the two mistakes that everybody makes on the way. FOLDER is new or empty.
#
# In words: if one calf hurts at 3 or more, no hills today, but training of another kind.
set -euo pipefail
folder=${1:-$(mktemp -d)/hills}
rules=$folder/add-on.json
said=$(mktemp)
trap 'rm -f "$said"' EXIT

step() { # STATUS COMMAND...: shows the command, its first lines and its last, and that it ends so
  local wanted=$1 status=0
  shift
  echo "\$ $*"
  "$@" >"$said" 2>&1 || status=$?
  sed '8,${$!d}' "$said"
  echo
  [ "$status" -eq "$wanted" ]
}

echo "A beginning that is proved already."
step 0 runready rules init "$folder" --add-on

echo "A slip of the fingers is shown where it is."
sed -i 's/"var": "plan"/"var": "plann"/' "$rules"
step 3 runready rules check --add-rules "$folder"
sed -i 's/"var": "plann"/"var": "plan"/' "$rules"

echo "Too much: without its line about the sides, the rule would stop easy runs that the other rules promise."
sed '/"sides"}, "both"/d' "$rules" >"$rules.new"
mv "$rules" "$rules.whole" && mv "$rules.new" "$rules"
step 3 runready rules check --add-rules "$folder"
mv "$rules.whole" "$rules"

echo "A change that is meant: no stair machine either. It is proved, with all that the other rules promise,"
sed -i 's/"recommend": "cross-train", "recheck/"exclude": ["stair-machine"], &/' "$rules"
step 0 runready rules check --add-rules "$folder"
echo "and its own cases hold beside all others."
step 0 runready rules test --add-rules "$folder"

echo "In use. \`runready config set add_rules $folder\` keeps it."
step 0 runready --add-rules "$folder" --where calf --pain 3 --sides one --plan hills --nothing-else
