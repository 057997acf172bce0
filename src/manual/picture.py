#!/usr/bin/env python3
"""picture.py PROGRAM: a picture of a terminal for the README, drawn from what the program prints.

Writes an SVG to standard output: one question of an interview, as answered by somebody with sore
thighs, and the beginning of the answer. The same program gives the same bytes, so a test holds the
picture in the repository to it (tests/docs/picture.sh).
"""

import os
import re
import subprocess
import sys
from xml.sax.saxutils import escape

# What is typed, a line each; which question of them is shown; where the answer is cut off.
REPLIES = ["", "", "yes", "quad", "", "2", "2", "", "", "", "", "", ""]
SHOWN_QUESTION = 3
LAST_HEADING = "Why"
LINES_BELOW_IT = 2

COLUMNS = 76
CELL = 8.4  # pixels: of a font of 14
LINE = 19
MARGIN = 18
HEAD = 20  # for the three dots of a window
# What the program's writer for terminals uses (src/text/document.cpp); a banner has a ground.
STYLES = {"1": "bold", "2": "dim", "1;30;42": "on-green", "1;30;46": "on-cyan",
          "1;30;43": "on-yellow", "1;97;44": "on-blue", "1;97;45": "on-magenta",
          "1;97;41": "on-red"}


def printed(program):
    """An interview with all replies, coloured as at a terminal, at a fixed time of a fixed day."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "RUNREADY_NOW": "2026-11-28T06:30", "RUNREADY_CONFIG": os.devnull}
    run = subprocess.run(
        [program, "--ask", "--color", "always", "--width", str(COLUMNS)], check=False,
        env=environment, text=True, input="\n".join(REPLIES) + "\n",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode != 0:
        sys.exit(f"error: the replies of the picture end in status {run.returncode}:\n{run.stdout}")
    return run.stdout.split("\n")


def plain(line):
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def excerpt(lines):
    """The question shown, and the answer down to the first lines of its reasons."""
    # A question is what stands between two blank lines: its title, itself, its replies, the echo.
    ends = [i for i, line in enumerate(lines) if plain(line).startswith("Understood:")]
    last = ends[SHOWN_QUESTION - 1]
    first = max(i for i in range(last) if lines[i] == "") + 1
    below = next(i for i, line in enumerate(lines) if plain(line).strip().startswith("runready "))
    heading = next(i for i in range(below, len(lines)) if plain(lines[i]) == LAST_HEADING)
    answer = lines[below + 2 : heading + 1 + LINES_BELOW_IT]
    more = "\x1b[2m⋮\x1b[0m"
    return ["$ runready", more, *lines[first : last + 1], more, *answer, more]


def spans(line):
    """(text, style) of each stretch of a line."""
    style = ""
    for i, piece in enumerate(re.split(r"\x1b\[([0-9;]*)m", line)):
        if i % 2 == 1:
            style = "" if piece in ("", "0") else STYLES[piece]
        elif piece:
            yield piece, style


def drawn(line, row):
    """A line of text over the grounds of its banners. Its length holds it to the columns."""
    top = MARGIN + HEAD + row * LINE
    grounds, text, column = "", "", 0
    for piece, style in spans(line):
        if style.startswith("on-"):
            grounds += (f'<rect class="{style}" x="{MARGIN + column * CELL:.1f}" y="{top}" '
                        f'width="{len(piece) * CELL:.1f}" height="{LINE}"/>\n')
        text += f'<tspan class="{style}">{escape(piece)}</tspan>' if style else escape(piece)
        column += len(piece)
    if column == 0:
        return ""
    return (f'{grounds}<text x="{MARGIN}" y="{top + 0.72 * LINE:.1f}" '
            f'textLength="{column * CELL:.1f}" xml:space="preserve">{text}</text>\n')


def picture(lines):
    width = round(2 * MARGIN + COLUMNS * CELL)
    height = 2 * MARGIN + HEAD + len(lines) * LINE
    dots = "".join(f'<circle cx="{MARGIN + 6 + 20 * i}" cy="20" r="6"/>' for i in range(3))
    text = "".join(drawn(line, row) for row, line in enumerate(lines))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>runready at a terminal: a question with its replies, and the answer</title>
<style>
text {{
  font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  fill: #d8dee9;
  white-space: pre;
}}
circle {{ fill: #4c566a }}
.bold {{ font-weight: 700; fill: #ffffff }}
.dim {{ fill: #8b95a7 }}
tspan.on-green, tspan.on-cyan, tspan.on-yellow {{ font-weight: 700; fill: #10141a }}
tspan.on-blue, tspan.on-magenta, tspan.on-red {{ font-weight: 700; fill: #ffffff }}
rect.on-green {{ fill: #56d364 }}
rect.on-cyan {{ fill: #56c7d3 }}
rect.on-yellow {{ fill: #e3b341 }}
rect.on-blue {{ fill: #316dca }}
rect.on-magenta {{ fill: #a347ba }}
rect.on-red {{ fill: #d1242f }}
</style>
<rect width="{width}" height="{height}" rx="10" fill="#1c2129"/>
{dots}
{text}</svg>
"""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: picture.py PROGRAM")
    sys.stdout.write(picture(excerpt(printed(sys.argv[1]))))
