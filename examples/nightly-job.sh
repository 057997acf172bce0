#!/usr/bin/env bash
# nightly-job.sh [FOLDER]: assesses every FILE.ndjson of a folder that was not assessed as it is.
#
# FILE.ndjson.assessed has the answers, FILE.ndjson.refused the lines that a person has to look at.
# Both are written beside and moved into place, .assessed last: a file that has one was done whole.
# So it is safe to run twice, to stop it, and to start it while it still runs. A file that cannot
# be read, or of which not every line came out, is named, does not keep the others from being done,
# is tried again next time, and makes the exit status 1.
#
# Who puts files there should write them under another name and move them, as this job does.
set -euo pipefail
shopt -s nullglob

folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] || cp "$(dirname "${BASH_SOURCE[0]}")/checkins.ndjson" "$folder"

exec {lock}>"$folder/.nightly-job"
flock --nonblock "$lock" || {
  echo "another nightly job is at work in $folder"
  exit 0
}

assess() { # FILE
  local file=$1 status=0 wanted written
  # A line that cannot be used makes the status 2, a file that cannot be read 1. Bad flags make it 2
  # too: the number of lines tells. Blank lines are passed over.
  wanted=$(grep --count '[^[:space:]]' "$file") || [ $? -eq 1 ] || return 1
  runready batch --fields id,recommendation,referral,reasons --brief "$file" \
    >"$file.partial" || status=$?
  written=$(wc -l <"$file.partial")
  if [ "$status" != 0 ] && [ "$status" != 2 ] || [ "$written" -ne "$wanted" ]; then
    echo "$file: $written lines of $wanted, status $status" >&2
    return 1
  fi
  jq --compact-output 'select(.error)' "$file.partial" >"$file.refused.partial" &&
    jq --compact-output 'select(.error | not)' "$file.partial" >"$file.assessed.partial" &&
    mv "$file.refused.partial" "$file.refused" &&
    mv "$file.assessed.partial" "$file.assessed" &&
    rm "$file.partial" &&
    echo "$(wc -l <"$file.assessed") assessed, $(wc -l <"$file.refused") refused: ${file##*/}"
}

failed=0
for file in "$folder"/*.ndjson; do
  [ "$file.assessed" -nt "$file" ] && continue
  assess "$file" || {
    echo "$file is left for the next time" >&2
    failed=1
  }
done
exit "$failed"
