#!/usr/bin/env bash
# tests/schemas/keys.sh PROGRAM: no key of any JSON that is printed goes missing unnoticed.
#
# keys.txt has every key of every JSON output, a line each, as `output: path`; `[]` stands for the entries of a
# list, and `<id>` for what is named after a question of the rules. A key that is gone fails: somebody may read it.
# A new one is only told; RUNREADY_APPROVE=1 in the environment (tests/run.sh --approve) writes the list anew.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "${1:?usage: tests/schemas/keys.sh PROGRAM}")
rules=$here/../golden/cli/rules

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CACHE_HOME=$work RUNREADY_CONFIG=$work/config.json RUNREADY_NOW=2026-11-28T06:30
cd "$work"
cp --recursive --dereference "$rules" pack
# The same rules with one that asks for less, so that something is refuted, fails and differs.
cp --recursive pack changed
sed '/"id": "limping"/,/}/s/"rest"/"cross-train"/' pack/pack.json >changed/pack.json
echo '{"age": 40, "have": ["bike"], "replies": {}}' >config.json

keys() { # OUTPUT, what reads its JSON from standard input
  jq --raw-output --arg output "$1" --slurp --argjson questions "$questions" '
    [.[] | paths | map(if type == "number" then "[]" elif IN($questions[]) then "<id>" else . end)
     | join(".")] | unique[] | "\($output): \(.)"'
}
questions='[]'
runready() { "$program" "$@" 2>/dev/null || true; }
questions=$(runready questions --rules pack --json | jq --compact-output '[.questions[].id]')

told=(--rules pack --where knee-front --gait altered --training hard-session)
{
  runready check "${told[@]}" --json --explain | keys check
  runready check "${told[@]}" --also where=calf,label=left --nothing-else --json | keys check
  runready check --rules pack --any-pain --json | keys check
  echo '{"any_pain": true}' | runready next --rules pack | keys next
  echo '{"any_pain": false, "training": []}' | runready next --rules pack | keys next
  echo '{"any_pian": true}' | runready next --rules pack | keys next
  printf '{"id": 1, "answers": {"gait": "limping"}}\n{"id": 2, "answers": {"gaitt": 1}}\n' |
    runready batch --rules pack | keys batch
  runready questions --rules pack --json | keys questions
  runready rules check --rules pack --json | keys 'rules check'
  runready rules check changed --json | keys 'rules check'
  runready rules test --rules pack --json | keys 'rules test'
  runready rules test changed --json | keys 'rules test'
  runready rules show --rules pack --json limping | keys 'rules show'
  runready rules diff pack changed --json | keys 'rules diff'
  echo '{"gait": "limping"}' | runready rules diff pack changed --on - --json |
    jq --compact-output '.on.transitions[].rules |= (if . == {} then . else {"<id>": 1} end)' |
    keys 'rules diff'
  echo '{"gait": "limping"}' |
    "$program" batch --rules pack --fields recommendation --summary --json 2>&1 >/dev/null |
    jq --compact-output 'del(.rules)' | keys 'batch --summary'
  runready config show --rules pack --json | keys 'config show'
} | LC_ALL=C sort --unique >now

if [ "${RUNREADY_APPROVE:-}" = 1 ]; then
  cp now "$here/keys.txt"
  exit 0
fi
LC_ALL=C comm -13 "$here/keys.txt" now | sed 's/^/new: /'
gone=$(LC_ALL=C comm -23 "$here/keys.txt" now)
[ -z "$gone" ] || {
  printf '%s\n' "$gone" | sed 's/^/gone: /'
  echo "somebody may read these; what is meant to go stands in .github/CHANGELOG.md first"
  exit 1
}
