#!/usr/bin/env bash
# A season of 120 days with the diary, day by day: training, a niggle that becomes a rest week, a cold, a half
# marathon. Most mornings are like the last and answered at the prompts, the others by flags.
#
#   season.sh [FOLDER]
#
# With a release build it takes half a minute.
#
# Writes into FOLDER (a new one unless named) the runs as Strava would export them (runs.csv), what was
# asked and answered each day (season.txt), and the sheet for a physio (season.html, season.md).
# RUNREADY_PROGRAM names the program; RUNREADY_RULES, as ever, the rules.
set -euo pipefail

folder=${1:-$(mktemp -d)}
program=${RUNREADY_PROGRAM:-runready}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
export XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder RUNREADY_CONFIG= TZ=Europe/Berlin
rm -f "$folder/runready/diary.db"
"$program" config set diary on
"$program" config set have cycling,swimming

first=2026-08-01
date_of() { date -u -d "$first + $1 days" +%F; }

# What was run on a day: kilometres, or nothing. Four runs a week, in every third week a little more.
kilometres_of() {
  local day=$1
  if [ "$day" -eq 90 ]; then
    echo 21.1
  elif [ "$day" -ge 34 ] && [ "$day" -le 43 ]; then  # the shin
    :
  elif [ "$day" -ge 60 ] && [ "$day" -le 68 ]; then  # the cold
    :
  elif [ "$day" -ge 91 ] && [ "$day" -le 97 ]; then  # after the race
    :
  else
    case $((day % 7)) in
      1 | 3) echo 8.0 ;;
      5) echo 7.0 ;;
      6) echo "$((10 + day / 21)).0" ;;
    esac
  fi
}

runs=$folder/runs.csv
echo 'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time,Distance,Competition' >"$runs"
add_run() {
  local day=$1 km=$2 race=0 metres
  [ "$day" -ne 90 ] || race=1
  metres=$(awk -v km="$km" 'BEGIN { print km * 1000 }')
  printf '%d,"%s, 5:00:00 PM",Run,Run,%d,%s,%d,%s.0,%d\n' "$day" \
    "$(LC_ALL=C date -u -d "$first + $day days" '+%b %-d, %Y')" $((${metres%.*} * 36 / 100)) "$km" \
    $((${metres%.*} * 36 / 100)) "$metres" "$race" >>"$runs"
}

# All that is asked of a healthy runner, so that a day told by flags leaves nothing open.
well=(--warning-signs none --about-you none --training none --recovery none --plan none)
shin=(--warning-signs none --any-pain --where shin --leg-warnings none --tissue unsure --care nobody --signs none
  --quality dull --walk-test easy --gait normal --onset gradual --sides one --warmup same --recovery none --plan none)
quad=(--warning-signs none --any-pain --where quad --leg-warnings none --pattern soreness --signs none
  --walk-test easy --gait normal --recovery none --plan none)

# The kind of a day, and what is told: flags, or after `ask` the lines typed.
tell() {
  case $1 in
    0) kind=first; told=("${well[@]}" --no-any-pain) ;;
    30) kind=changed; told=("${shin[@]}" --pain 3 --days-sore 2 --trend same --next-morning fine) ;;
    34) kind=changed; told=("${shin[@]}" --pain 5 --days-sore 6 --trend worsening --next-morning worse-once) ;;
    39) kind=changed; told=("${shin[@]}" --pain 2 --days-sore 11 --trend improving --next-morning fine) ;;
    3[1-3] | 3[5-8] | 40) kind=sore; told=(ask '' 3 '') ;;
    60) kind=changed; told=(--no-any-pain --recovery ill --illness below-neck --illness-course none --training none) ;;
    6[1-3]) kind=ill; told=(ask '' '' '' 7) ;;
    6[4-7]) kind=ill; told=(ask '' '' '' 3) ;;
    91) kind=changed; told=("${quad[@]}" --pain 5) ;;
    92 | 93) kind=sore; told=(ask '' 3 '' '' 2) ;;
    94) kind=changed; told=("${quad[@]}" --pain 2) ;;
    41 | 95) kind=changed; told=("${well[@]}" --no-any-pain) ;;
    *) kind=healthy; told=(ask '' '' '') ;;
  esac
}

# Prompts that were answered; the last line, which only shows the answer, is none.
count_prompts() { grep -c ' > ' <(grep -v '^Enter for your answer' "$1") || true; }

: >"$folder/season.txt"
most_healthy=0
most_sore=0
for ((day = 0; day < 120; day++)); do
  tell "$day"
  export RUNREADY_NOW=$(date_of "$day")T06:30
  prompts=0
  if [ "${told[0]}" = ask ]; then
    printf '%s\n' "${told[@]:1}" '' '' '' '' '' '' '' '' |
      "$program" --ask --no-proof --width 200 --json --fields recommendation,referral \
        >"$folder/answer.json" 2>"$folder/asked.txt"
    prompts=$(count_prompts "$folder/asked.txt")
    # Once a month it asks how the runner would describe themselves.
    ! grep -q 'Is any of this true of you?' "$folder/asked.txt" || kind=monthly
  else
    "$program" "${told[@]}" --no-proof --json --fields recommendation,referral >"$folder/answer.json"
  fi
  printf '%3d %s %-8s %2d %s\n' "$day" "$(date_of "$day")" "$kind" "$prompts" "$(cat "$folder/answer.json")" \
    >>"$folder/season.txt"
  [ "$kind" != healthy ] || [ "$prompts" -le "$most_healthy" ] || most_healthy=$prompts
  [ "$kind" != sore ] || [ "$prompts" -le "$most_sore" ] || most_sore=$prompts
  km=$(kilometres_of "$day")
  if [ -n "$km" ]; then
    add_run "$day" "$km"
    "$program" diary add-runs "$runs" >/dev/null
  fi
done

export RUNREADY_NOW=$(date_of 119)T20:00
"$program" diary report --days 120 --format html >"$folder/season.html"
"$program" diary report --days 120 --format markdown >"$folder/season.md"

# The drawing has what happened, and no more.
wrong=0
expect() {
  [ "$2" = "$3" ] || {
    echo "expected $1: $2, found $3"
    wrong=1
  }
}
drawn() { grep -o "$1" "$folder/season.html" | wc -l; }
expect 'answers drawn' 120 "$(drawn '<circle class="answer"')"
expect 'runs drawn' "$(($(wc -l <"$runs") - 1))" "$(drawn '<rect class="run"')"
expect 'races drawn' 1 "$(drawn '>race</text>')"
expect 'days of pain drawn' 15 "$(drawn '<circle class="dot"')"
echo "most prompts on a healthy morning: $most_healthy; on a sore one: $most_sore"
[ "$most_healthy" -le 3 ] || wrong=1
[ "$most_sore" -le 6 ] || wrong=1
echo "written to $folder" >&2
exit "$wrong"
