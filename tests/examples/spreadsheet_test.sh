#!/usr/bin/env bash
# tests/examples/spreadsheet_test.sh PROGRAM: tables as spreadsheets save them.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/surroundings.sh"

# A mark at the beginning, cells in quotes with commas, quotes and line ends, an empty row, Windows'
# line ends, large letters, spaces in a list, replies that are none, no last line end.
printf '\xef\xbb\xbfname,any_pain,where,pain,gait\r\n' >table.csv
printf '"Ann, the ""fast"" one\nof two",No,,,\r\n,,,,\r\nBen,maybe,quad,,\r\n' >>table.csv
printf 'Cem,YES,"shin; quad",5,limping\r\nDee,yes,quad,five,\r\nEve,yes,quad,11,' >>table.csv
expect 0 "$examples/spreadsheet.sh" table.csv
mv said got
cat >wanted <<'END'
"name","recommendation"
"Ann, the ""fast"" one
of two","run"
"Ben",""
"Cem","rest"
"Dee",""
"Eve",""
END
# Of each row all but the last two cells.
sed --regexp-extended 's/^(.*"),"[^"]*","[^"]*"$/\1/' got >two
diff wanted two || fail "other rows"
grep --quiet '^"Ben",.*maybe' got || fail "no word of what is wrong with Ben"
grep --quiet '^"Dee",.*five' got || fail "no word of what is wrong with Dee"
grep --quiet '^"Eve",.*0 to 10' got || fail "no word of what is wrong with Eve"

echo 'name,any_pain' >table.csv
expect 0 "$examples/spreadsheet.sh" table.csv
[ "$(wc -l <said)" -eq 1 ] || fail "rows of an empty table"
expect 2 "$examples/spreadsheet.sh" no-such.csv
