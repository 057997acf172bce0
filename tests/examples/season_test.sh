#!/usr/bin/env bash
# tests/examples/season_test.sh PROGRAM: a season of 120 days asks as little as is promised, and its sheet says
# what happened. The script compares both itself and fails where they differ.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

expect 0 "$examples/season/season.sh" season
says '^most prompts on a healthy morning: 3; on a sore one: [456]; on a day that asks about you again: [4567], days'
expect 0 test 120 = "$(wc -l <season/season.txt)"
expect 0 test 600 = "$(stat --format %a season/runready/diary.db)"
