#!/usr/bin/env bash
# tests/docs/picture.sh PROGRAM: whether the README's picture of a terminal is what the program prints now.
# With RUNREADY_APPROVE=1 in the environment (tests/run.sh --approve) it is drawn anew instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$(realpath "${1:?usage: tests/docs/picture.sh PROGRAM}")
picture=.github/terminal.svg

command -v python3 >/dev/null || {
  echo "skipped: python3 is not installed"
  exit 0
}
now=$(mktemp)
trap 'rm -f "$now"' EXIT
python3 src/manual/picture.py "$program" >"$now"
python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$now"

if cmp --quiet "$picture" "$now"; then exit 0; fi
if [ "${RUNREADY_APPROVE:-}" = 1 ]; then
  cp "$now" "$picture"
  echo "drawn anew: $picture"
  exit 0
fi
diff "$picture" "$now" | grep --extended-regexp '^[<>] <text' | sed 's/<[^>]*>//g' || true
echo "$picture is not what the program prints (\`tests/run.sh --approve\` draws it anew)"
exit 1
