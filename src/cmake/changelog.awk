# awk -v package=NAME -v version=VERSION -v today=DATE -f changelog.awk .github/CHANGELOG.md
#
# The changelog in Debian's form. A version is a heading `## 1.0.0 (2026-11-28)`; what is not released
# yet stands under `## Unreleased` and is called by the version being built, as of today.
function finish() {
  write_item()
  if (open) printf "\n -- the runready authors <runready@localhost>  %s\n\n", date
  open = 0
}
function rfc(day,   words, command) {
  command = "LC_ALL=C date --utc --rfc-email --date=" day
  command | getline words
  close(command)
  return words
}
# Lines of 79 bytes at most, as Debian wants them.
function write_item(   words, count, i, line) {
  count = split(item, words, " ")
  line = "  *"
  for (i = 1; i <= count; ++i) {
    if (length(line) + 1 + length(words[i]) > 79) {
      print line
      line = "   "
    }
    line = line " " words[i]
  }
  if (count) print line
  item = ""
}
/^## / {
  finish()
  is_new = $2 == "Unreleased"
  day = $3
  gsub(/[()]/, "", day)
  date = rfc(is_new || day == "" ? today : day)
  printf "%s (%s) %s; urgency=medium\n\n", package, is_new ? version : $2, is_new ? "UNRELEASED" : "unstable"
  open = 1
  next
}
!open { next }
/^###? / || /^$/ { write_item(); next }
/^- / { write_item(); $0 = substr($0, 3) }
{ item = item " " $0 }
END { finish() }
