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

# The kind of a day, where it hurts, and what is told: flags, or after `ask` the lines typed.
tell() {
  case $1 in
    0) kind=first; told=("${well[@]}" --no-any-pain) ;;
    30) is_sore 'Shin: 3' "${shin[@]}" --pain 3 --days-sore 2 --trend same --next-morning fine ;;
    34) is_sore 'Shin: 5' "${shin[@]}" --pain 5 --days-sore 6 --trend worsening --next-morning worse-once ;;
    39) is_sore 'Shin: 2' "${shin[@]}" --pain 2 --days-sore 11 --trend improving --next-morning fine ;;
    3[1-3] | 3[5-8] | 40) kind=sore; told=(ask '' 3 '') ;;
    60) kind=changed; told=(--no-any-pain --recovery ill --illness below-neck --illness-course none --training none) ;;
    6[1-3]) kind=ill; told=(ask '' '' '' 7) ;;
    6[4-7]) kind=ill; told=(ask '' '' '' 3) ;;
    91) is_sore 'Quad (front of thigh): 5' "${quad[@]}" --pain 5 ;;
    92 | 93) kind=sore; told=(ask '' 3 '' '' 2) ;;
    94) is_sore 'Quad (front of thigh): 2' "${quad[@]}" --pain 2 ;;
    41 | 95) kind=changed; hurts=; told=("${well[@]}" --no-any-pain) ;;
    *) kind=healthy; told=(ask '' '' '') ;;
  esac
}
hurts=
is_sore() { # WHERE AND HOW MUCH, FLAGS
  kind=changed
  hurts=$1
  told=("${@:2}")
}

# Prompts that were answered; the last line, which only shows the answer, is none.
count_prompts() { grep -c ' > ' <(grep -vE '^Enter for (your answer|more on this)' "$1") || true; }

# A day as the sheet is to have it.
row_of() { # DAY, KILOMETRES OR NOTHING
  local answer runs=
  answer=$(jq --raw-output '({"run": "Run", "easy-run": "Easy run", "cross-train": "Cross-train", "rest": "Rest"}
    [.recommendation]) + if .referral == "see" then ", see someone" else "" end' "$folder/answer.json")
  [ -z "$2" ] || runs=$(awk -v km="$2" 'BEGIN { printf "%.1f km in %d minutes", km, km * 6 }')
  [ "$1" -ne 90 ] || runs+=', a race'
  echo "| $(LC_ALL=C date -u -d "$first + $1 days" '+%a %-d %b') | $answer | $runs | $hurts |"
}

wrong=0
mistake() {
  echo "$1"
  wrong=1
}

: >"$folder/season.txt"
: >"$folder/expected.txt"
declare -A most=([healthy]=0 [sore]=0 [monthly]=0)
months=()
for ((day = 0; day < 120; day++)); do
  tell "$day"
  RUNREADY_NOW=$(date_of "$day")T06:30
  export RUNREADY_NOW
  prompts=0
  if [ "${told[0]}" = ask ]; then
    printf '%s\n' "${told[@]:1}" '' '' '' '' '' '' '' '' |
      "$program" --ask --no-proof --width 200 --json --fields recommendation,referral \
        >"$folder/answer.json" 2>"$folder/asked.txt"
    prompts=$(count_prompts "$folder/asked.txt")
    # Once a month it asks anew how the runner would describe themselves.
    if grep -q 'Do any of these apply to you?' "$folder/asked.txt"; then
      kind=monthly
      months+=("$day")
    fi
  else
    "$program" "${told[@]}" --no-proof --json --fields recommendation,referral >"$folder/answer.json"
  fi
  printf '%3d %s %-8s %2d %s\n' "$day" "$(date_of "$day")" "$kind" "$prompts" "$(cat "$folder/answer.json")" \
    >>"$folder/season.txt"
  [ "$prompts" -le "${most[$kind]:-99}" ] || most[$kind]=$prompts
  km=$(kilometres_of "$day")
  row_of "$day" "$km" >>"$folder/expected.txt"
  if [ -n "$km" ]; then
    add_run "$day" "$km"
    "$program" diary add-runs "$runs" >/dev/null
  fi
done

RUNREADY_NOW=$(date_of 119)T20:00
export RUNREADY_NOW
"$program" diary report --days 120 --format html >"$folder/season.html"
"$program" diary report --days 120 --format markdown >"$folder/season.md"

# The table has each day as it was.
sed -n 's/\xC2\xA0/ /g; /^| [A-Z][a-z][a-z] [0-9]/p' "$folder/season.md" | diff "$folder/expected.txt" - ||
  mistake 'the table is not what happened (expected <, found >)'

# The drawing has what happened on its day, and no more. It is 600 wide and begins at 84.
days_drawn() { # PATTERN WITH A PLACE, AND WHAT IS LEFT OF THE MIDDLE OF THE DAY
  sed -nE "s/.*$1=\"([0-9.]+)\".*/\1/p" "$folder/season.html" | sort -n |
    awk -v left="$2" '{ printf "%.0f\n", ($1 + left - 84) / 600 * 120 - 0.5 }'
}
days_with() { grep -nE "$1" "$folder/expected.txt" | awk -F: '{ print $1 - 1 }'; }
compare() { # WHAT, DAYS EXPECTED, DAYS DRAWN
  [ "$2" = "$3" ] || mistake "$1: expected on days ${2//$'\n'/ }; drawn on ${3//$'\n'/ }"
}
compare answers "$(seq 0 119)" "$(days_drawn '<circle class="answer" cx' 0)"
compare runs "$(days_with ' km in ')" "$(days_drawn '<rect class="run" x' 1.9)"
compare pain "$(days_with ': [0-9]+ \|$')" "$(days_drawn '<circle class="dot" cx' 0)"
compare races 90 "$(sed -n 's/.*x="\([0-9.]*\)".*>race<.*/\1/p' "$folder/season.html" | awk '{ print ($1 - 84) / 5 - 0.5 }')"

echo "most prompts on a healthy morning: ${most[healthy]}; on a sore one: ${most[sore]};" \
  "on a day that asks about you again: ${most[monthly]}, days ${months[*]}"
[ "${most[healthy]}" -le 3 ] || mistake 'more than 3 prompts on a healthy morning'
[ "${most[sore]}" -le 6 ] || mistake 'more than 6 prompts on a sore morning'
[ "${most[monthly]}" -le 7 ] || mistake 'more than one prompt to ask about you again'
for ((i = 1; i < ${#months[@]}; i++)); do
  [ $((months[i] - months[i - 1])) -ge 30 ] || mistake 'asked about you twice in a month'
done
echo "written to $folder" >&2
exit "$wrong"
