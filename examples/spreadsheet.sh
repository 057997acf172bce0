#!/usr/bin/env bash
# spreadsheet.sh [TABLE.csv]: a row for each runner in, a row for each runner out, in order. The
# first row has the questions as its headings, and `name`. Several replies in a cell have semicolons
# between them, yes and no are words, and what is empty was not told. Whatever a spreadsheet saves as
# CSV with commas does.
set -euo pipefail
table=${1:-$(dirname "${BASH_SOURCE[0]}")/team.csv}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The schema of the answers knows which column is a number, a list, or yes and no. A cell that is
# none goes on as it is: then the row says what is wrong with it.
types=$(runready schema answers | jq '.properties | map_values(.type)')
jq --raw-input --slurp --compact-output --argjson types "$types" '
  # Rows of cells; cells in quotes may hold commas, quotes and line ends (RFC 4180).
  def rows:
    ltrimstr("\ufeff")
    | [match("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\r\n]*))(,|\r?\n|$)"; "g").captures
       | {cell: ((.[0].string // "" | gsub("\"\""; "\"")) + (.[1].string // "")),
          ends: (.[2].string != ",")}]
    | reduce .[] as $c ([[]]; .[-1] += [$c.cell] | if $c.ends then . + [[]] else . end)
    | map(select(any(. != "")));
  def reply($type):
    if $type == "boolean" and (ascii_downcase | IN("yes", "no")) then ascii_downcase == "yes"
    elif $type == "integer" then tonumber? // .
    elif $type == "array" then split(";") | map(gsub("^ +| +$"; ""))
    else . end;
  rows | .[0] as $keys | .[1:][]
  | [$keys, .] | transpose
  | map(select(.[0] != null and (.[1] // "") != "") | {key: .[0], value: .[1]})
  | map($types[.key] as $type | .value = (.value | reply($type)))
  | from_entries | {id: (.name // ""), answers: del(.name)}' "$table" >"$work/in"

# Some row may be refused: it has a row with the reason. A row that is missing is a failure.
runready batch --fields id,recommendation,referral,headline "$work/in" >"$work/out" || [ $? = 2 ]
[ "$(wc -l <"$work/in")" -eq "$(wc -l <"$work/out")" ]

jq --raw-output --slurp '
  (["name", "recommendation", "referral", "says"] | @csv),
  (.[] | [.id, .recommendation // "", .referral // "", .headline // .error.message] | @csv)' \
  "$work/out"
