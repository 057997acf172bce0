#!/usr/bin/env bash
# tests/examples/nightly-job_test.sh PROGRAM: a folder is done once, whatever is wrong with one of
# its files.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"
job=$examples/nightly-job.sh

mkdir in
cp "$examples/checkins.ndjson" in/a.ndjson
printf '{"gait": "limping"}\n\n{"gait": "hopping"}\n' >in/b.ndjson
mkdir in/c.ndjson # whoever runs it, this cannot be read
: >in/d.ndjson

expect 1 "$job" in
says '^8 assessed, 0 refused: a.ndjson$'
says '^1 assessed, 1 refused: b.ndjson$'
says 'c.ndjson is left for the next time'
says '^0 assessed, 0 refused: d.ndjson$'
jq --exit-status '.line == 3' in/b.ndjson.refused >said || fail "the refused line is not named"
[ ! -e in/c.ndjson.assessed ] || fail "what could not be read counts as done"

# Once more: nothing is done twice, and what could not be read is tried again.
expect 1 "$job" in
[ "$(grep --count assessed said)" -eq 0 ] || fail "a file was done twice:"
says 'c.ndjson is left for the next time'
rmdir in/c.ndjson
echo '{"gait": "limping"}' >in/c.ndjson
expect 0 "$job" in
says '^1 assessed, 0 refused: c.ndjson$'

# A file that has changed since is done anew.
echo '{"gait": "normal"}' >>in/c.ndjson
touch --date '1 minute' in/c.ndjson
expect 0 "$job" in
says '^2 assessed, 0 refused: c.ndjson$'

# Stopped in the middle, it leaves nothing that counts as done.
rm in/*.assessed
cat >"$work/bin/jq" <<'END'
#!/bin/sh
echo '{"half'
exit 5
END
chmod +x "$work/bin/jq"
expect 1 "$job" in
rm "$work/bin/jq"
compgen -G 'in/*.assessed' >/dev/null && fail "half a file counts as done"
expect 0 "$job" in

# Two at a time: the second leaves the folder to the first.
exec {lock}>in/.nightly-job
flock "$lock"
expect 0 "$job" in
says 'another nightly job is at work'
