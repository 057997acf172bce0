#!/usr/bin/env bash
# tests/docs/map.sh: whether src/README.md is still the map of src/, and whether links lead somewhere.
#
#   - every floor, and every file that the pages for contributors name, is there
#   - a floor includes only itself and those above it in the table of floors
#   - every link of a Markdown file to another file finds it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

wrong=0
say() {
  echo "$1"
  wrong=$((wrong + 1))
}

# The first cell of the rows of the first table, from top to bottom.
mapfile -t floors < <(sed -n 's/^| `\([a-z]*\)` |.*/\1/p' src/README.md)
[ ${#floors[@]} -gt 5 ] || say "src/README.md: no table of floors found"

beside=" cmake prepare "
for folder in src/*/; do
  name=$(basename "$folder")
  [[ " ${floors[*]} $beside" == *" $name "* ]] || say "src/README.md: no word of $folder"
done

above=" runready nlohmann fmt CLI sys "
for floor in "${floors[@]}"; do
  above+="$floor "
  [ -d "src/$floor" ] || say "src/README.md: there is no floor src/$floor"
  while IFS=: read -r file line; do
    used=${line#*[\"<]}
    used=${used%%/*}
    [[ $above == *" $used "* ]] || say "$file includes from $used, which is not above $floor"
  done < <(grep -rE '^#include ["<][A-Za-z]+/' "src/$floor" || true)
done

# Words in backticks that look like a path; NAME stands for any name.
for page in src/README.md .github/CONTRIBUTING.md .github/decisions/*.md tests/README.md \
  tests/bench/README.md; do
  [ -e "$page" ] || continue
  while read -r path; do
    [[ $path == *NAME* || $path == build/* || $path == /* ]] && continue
    [ -e "$path" ] || [ -e "src/$path" ] || [ -e "include/runready/$path" ] || [ -e "$(dirname "$page")/$path" ] ||
      say "$page names $path, which is not there"
  done < <(grep -oE '`[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]*)+`|`[a-z_]+\.(cpp|hpp|sh|json)`' "$page" |
    tr -d '`' | sort -u)
done

while IFS= read -r page; do
  while read -r target; do
    [ -e "$(dirname "$page")/${target%%#*}" ] || say "$page links to $target, which is not there"
  done < <(grep -oE '\]\([^)#: ]+(#[^) ]*)?\)' "$page" | sed 's/^](//; s/)$//' | sort -u)
done < <(find . -name '*.md' -not -path './build/*' -not -path './.git/*')

[ "$wrong" -eq 0 ] || {
  echo "help: a file that was moved or added wants its line in src/README.md too"
  exit 1
}
