#!/usr/bin/env bash
# tests/bench/run.sh [SECTION...]
#
# Measures how fast `runready` is, as ratios to yardsticks in this folder, and prints a table for
# each section; all of them unless some are named:
#   default  the same as `brief` with the default pack
#   brief    recommendation, referral and rule ids of a record, one thread
#   full     lines that need the full reader; whole assessments; with `settled`
#   threads  two threads against one
#   rules    55, 550 and 5500 rules: a record, and loading
#   memory   resident memory by number of records and threads
#   start    one `runready check`
# Everything of a table is run in turn, ten times over, so that whatever else the machine does falls
# on all alike; the ratios are those of the best times. Keep the machine quiet all the same.
#
#   BENCH_RECORDS=1000000   records in a file
#   BENCH_ROUNDS=10         rounds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

records=${BENCH_RECORDS:-1000000}
rounds=${BENCH_ROUNDS:-10}
build=$PWD/build/bench

.ci/need g++ cmake ninja-build libcli11-dev libfmt-dev nlohmann-json3-dev libsqlite3-dev \
  libexpat1-dev jq libsimdjson-dev
echo "building" >&2
cmake --preset bench >/dev/null
cmake --build --preset bench --parallel "$(nproc)" >/dev/null
tools=$build/tests/bench
runready=$build/runready
compare() { "$tools/compare" --rounds "$rounds" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The pack to measure with, and the same with more rules.
for rules in 55 550 5500; do
  mkdir "$work/pack$rules"
  cp tests/bench/pack/*.json tests/pack/texts.json "$work/pack$rules"
  "$tools/make_rules" $((rules - 55)) >"$work/pack$rules/rules-more.json"
done
rm "$work/pack55/rules-more.json"
pack=$work/pack55

make_records() { # FILE COUNT OPTION...
  local file=$1
  shift
  [ -e "$work/$file" ] || "$tools/make_records" "$@" >"$work/$file"
}
make_records compact "$records"
make_records spaced "$records" --form spaced
make_records loose "$records" --form loose
few=$((records / 20))
make_records few "$few"

brief="--brief --fields recommendation,referral,reasons"  # words without spaces, split by compare
batch="$runready batch --no-proof --jobs 1"

simdjson=()
[ ! -x "$tools/simdjson_ifs" ] || simdjson=("simdjson-ifs=$tools/simdjson_ifs")

title() { printf '\n%s\n' "$*"; }

same_output() { # both ways must give the same lines, or the times mean nothing
  local plain=$work/plain
  "$tools/sax_ifs" <"$work/$1" >"$plain"
  # shellcheck disable=SC2086  # several words
  $batch --rules "$pack" $brief "$work/$1" | cmp - "$plain"
}

default() {
  # Check-ins that the rules take as they stand, until there are enough of them.
  $runready questions --json | "$tools/make_check_ins" $((records / 10)) >"$work/told"
  $runready batch --brief --fields recommendation "$work/told" >"$work/given" || true
  paste -d '\t' "$work/told" "$work/given" | grep -v -F '"error"' | cut -f 1 >"$work/some"
  local some
  some=$(wc -l <"$work/some")
  for ((made = 0; made < records; made += some)); do cat "$work/some"; done >"$work/check-ins"
  title "default pack, brief output, one thread, $made records, compact"
  # shellcheck disable=SC2086  # several words
  compare --input "$work/check-ins" "newlines=$tools/find_newlines" "runready=$batch $brief -"
}

brief() {
  for form in compact spaced loose; do
    same_output $form
    title "brief output, one thread, $records records, $form"
    compare --input "$work/$form" "newlines=$tools/find_newlines" "${simdjson[@]}" \
      "sax-ifs=$tools/sax_ifs" "runready=$batch --rules $pack $brief -"
  done
}

full() {
  # A number written 4.0 is as good as 4, but only the full reader knows.
  sed 's/"age":\([0-9]*\)/"age":\1.0/' "$work/few" >"$work/odd"
  title "lines that need the full reader, $few records"
  compare --input "$work/few" "sax-ifs=$tools/sax_ifs" \
    --input "$work/odd" "runready=$batch --rules $pack $brief -"

  local size
  size=$($batch --rules "$pack" "$work/few" | wc -c)
  title "whole assessments, $few records, $((size / 1000000)) MB written"
  compare --input "$work/few" "runready=$batch --rules $pack -"
  head -n 2000 "$work/few" >"$work/very-few"
  title "with settled, 2000 records"
  compare --input "$work/very-few" "settled=$batch --rules $pack --fields recommendation,settled -"
}

threads() {
  title "two threads, $((2 * records)) records"
  cat "$work/compact" "$work/compact" >"$work/much"
  compare --wall --input "$work/much" "one=$batch --rules $pack $brief -" \
    "two=$runready batch --no-proof --jobs 2 --rules $pack $brief -"
}

rules() {
  title "a record by number of rules, $records records"
  compare --input "$work/compact" "55=$batch --rules $work/pack55 $brief -" \
    "550=$batch --rules $work/pack550 $brief -" "5500=$batch --rules $work/pack5500 $brief -"
  title "loading 5500 rules"
  jq --slurp . "$work"/pack5500/*.json >"$work/all.json"
  compare --input "$work/all.json" "bare-parse=$tools/sax_ifs --parse" \
    --input /dev/null "load=$batch --rules $work/pack5500 $brief -"
}

memory() {
  for count in 1000 100000 1000000; do
    make_records records$count $count
    title "$count records"
    local rounds=1
    compare --input "$work/records$count" "one-thread=$batch --rules $pack $brief -" \
      "four-threads=$runready batch --no-proof --jobs 4 --rules $pack $brief -" \
      "whole=$batch --rules $pack -"
  done
}

start() {
  local told="--any-pain --pain 4 --where shin --gait altered --trend worsening --days-sore 5"
  local check="$runready check --json $told"
  title "one runready check with six flags"
  local rounds=30
  compare --wall "nothing=$tools/nothing" \
    "some-fields=$check --fields recommendation,referral,reasons,workout" "all-fields=$check"
}

if [ $# -eq 0 ]; then set -- default brief full threads rules memory start; fi
for section in "$@"; do
  case $section in
    default | brief | full | threads | rules | memory | start) "$section" ;;
    *)
      echo "error: no section is named \`$section\`" >&2
      exit 2
      ;;
  esac
done
