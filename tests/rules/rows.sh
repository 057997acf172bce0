#!/usr/bin/env bash
# tests/rules/rows.sh [PROGRAM]: people whom version 1 of the default pack advised wrongly, a row each:
# what is right (wanted) and what is said now (got). Fails if a row is not right.
#
# A line of rows.ndjson has the row in words, answers, and the recommendation and referral wanted: one,
# or a list of those allowed; a referral that is not named may be any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/dev/runready}

got=$(jq --compact-output .answers tests/rules/rows.ndjson |
  "$program" batch --fields recommendation,referral)
paste -d '\n' tests/rules/rows.ndjson <(printf '%s\n' "$got") | jq --raw-output --slurp '
  def list: if type == "array" then . else [.] end;
  [range(0; length; 2) as $i | .[$i] as $row | .[$i + 1] as $got
   | ($row.recommendation // $row.recommend | list) as $recommendation
   | ($row.referral // ["none", "consider", "see", "urgent", "emergency"] | list) as $referral
   | ($got.error == null and ($recommendation | index($got.recommendation)) != null
      and ($referral | index($got.referral)) != null) as $right
   | {right: $right,
      line: [if $right then "ok" else "WRONG" end, $row.row,
             "wanted \($recommendation | join("/")), \(if $row.referral then $referral | join("/") else "any" end)",
             "got \($got.error.message // "\($got.recommendation), \($got.referral)")"] | join("\t")}]
  | (.[].line), "\(map(select(.right)) | length) passed, \(map(select(.right | not)) | length) failed",
    (if all(.right) then empty else ("some rows are wrong" | halt_error(1)) end)'
