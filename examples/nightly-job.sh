#!/usr/bin/env bash
# nightly-job.sh [FOLDER]: assesses every file of check-ins in a folder that was not assessed yet.
#
# What is there is whole: results are written beside and moved into place, so that a job that was
# interrupted starts that file again. Lines that could not be used are put aside for a person.
# Exit status 1 from `runready batch` means just that; anything else is a failure.
set -euo pipefail

folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] || cp "$(dirname "${BASH_SOURCE[0]}")/checkins.ndjson" "$folder"

for file in "$folder"/*.ndjson; do
  [ -e "$file.assessed" ] && continue
  status=0
  runready batch --fields id,recommendation,referral,reasons --brief "$file" \
    >"$file.partial" || status=$?
  [ "$status" -le 1 ] || exit "$status"
  jq --compact-output 'select(.error)' "$file.partial" >"$file.refused"
  jq --compact-output 'select(.error | not)' "$file.partial" >"$file.assessed"
  rm "$file.partial"
  echo "$(wc -l <"$file.assessed") assessed, $(wc -l <"$file.refused") refused: $(basename "$file")"
done
