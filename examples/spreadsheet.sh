#!/usr/bin/env bash
# spreadsheet.sh [TABLE.csv]: a row for each runner in, a row for each runner out. The first row
# has the questions as its headings; lists stand with semicolons between them; what is empty was
# not told. (Cells have no commas or quotes: export with tabs and change `split(",")` if yours do.)
set -euo pipefail
table=${1:-$(dirname "${BASH_SOURCE[0]}")/team.csv}

# The schema of the answers knows which column is a number, a list or yes and no.
types=$(runready schema answers | jq '.properties | map_values(.type)')

jq --raw-input --slurp --compact-output --argjson types "$types" '
  split("\n") | map(select(. != "") | rtrimstr("\r") | split(",")) | .[0] as $keys | .[1:][]
  | [$keys, .] | transpose | map(select(.[1] != "" and .[1] != null) | {key: .[0], value: .[1]})
  | map($types[.key] as $type
      | if $type == "boolean" then .value |= (. == "yes")
        elif $type == "integer" then .value |= tonumber
        elif $type == "array" then .value |= split(";")
        else . end)
  | from_entries | {id: .name, answers: del(.name)}' "$table" |
  { runready batch --fields id,recommendation,referral,headline || [ $? -eq 1 ]; } |
  jq --raw-output --slurp '
    (["name", "recommendation", "referral", "says"] | @csv),
    (.[] | [.id, .recommendation // "", .referral // "", .headline // .error.message] | @csv)'
