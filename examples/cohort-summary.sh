#!/usr/bin/env bash
# How a whole club is doing, as a table: how many may run, and which rules spoke most often.
# `runready batch --summary` counts by itself; jq counts whatever else one wants to know.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

runready batch --summary --fields recommendation checkins.ndjson >/dev/null

echo
echo "recommendation by whether anything hurts"
runready batch --fields recommendation,answers checkins.ndjson |
  jq --raw-output '[.recommendation, (.answers.any_pain | tostring)] | @tsv' |
  sort | uniq --count
