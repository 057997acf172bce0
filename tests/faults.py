#!/usr/bin/env python3
"""faults.py PROGRAM [--every N]: each system call of five commands fails in turn, one a run.

By hand, with strace (Debian: strace); some minutes. A command may do without what failed, or end with a
message and a status of its own. It may not be killed by a signal, print half a line, or fail without a word.
What was found is printed; the exit status is 1 then. With --every N only every N-th call fails.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

# No brk: the kernel answers it with the old end, never with an error, and so the C library takes one
# for success.
CALLS = {"openat": "EMFILE", "read": "EIO", "write": "ENOSPC", "newfstatat": "EIO", "fstat": "EIO",
         "mmap": "ENOMEM", "poll": "EINTR", "clone3": "EAGAIN", "fsync": "EIO",
         "rename": "EIO", "getdents64": "EIO", "mkdir": "EACCES", "ioctl": "EIO", "pipe2": "EMFILE"}
RULES = str(pathlib.Path(__file__).parent.resolve() / "golden/cli/rules")
COMMANDS = [
    ["check", "--pain", "4", "--json"],
    ["batch", "--fields", "recommendation", "lines"],
    ["rules", "check", RULES, "--json"],
    ["config", "set", "age", "40"],
    ["check", "--rules", RULES, "--pain", "4", "--json"],
]


class Home:
    """A folder in which a command begins as if never run before."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "lines").write_text('{"gait":"limping"}\n' * 3)
        self.environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C"}

    def run(self, words):
        return subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=60, check=False)


def in_new_home(words):
    with tempfile.TemporaryDirectory() as name:
        return Home(pathlib.Path(name)).run(words)


def calls_of(program, command):
    """How often each call is made after the program itself has been loaded."""
    with tempfile.NamedTemporaryFile() as log:
        in_new_home(["strace", "-f", "-qq", "-o", log.name, program, *command])
        names = re.findall(r"^\d+ +(\w+)\(", pathlib.Path(log.name).read_text(errors="replace"), re.M)
    return collections.Counter(name for name in names if name in CALLS)


def loading_calls(program):
    """What the dynamic linker and the language's runtime do; they have messages of their own."""
    return calls_of(program, ["--no-such-flag"])


def mistake_of(run):
    error = run.stderr.decode(errors="replace")
    if run.returncode < 0 or run.returncode >= 128:
        return f"killed: status {run.returncode}"
    if "terminate called" in error or "should not happen" in error:
        return "aborted"
    if run.stdout and not run.stdout.endswith(b"\n"):
        return "half a line"
    if run.returncode != 0 and not error.strip():
        return f"status {run.returncode} without a word"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    told = parser.parse_args()
    program = str(pathlib.Path(told.program).resolve())
    loading = loading_calls(program)
    runs = 0
    found = 0
    for command in COMMANDS:
        for name, count in sorted(calls_of(program, command).items()):
            first = loading[name] + 1 if name in ("mmap", "openat", "read") else 1
            for at in range(first, count + 1, told.every):
                inject = f"--inject={name}:error={CALLS[name]}:when={at}"
                run = in_new_home(["strace", "-f", "-qq", "-o", "/dev/null", inject, program, *command])
                runs += 1
                if mistake := mistake_of(run):
                    found += 1
                    print(f"{' '.join(command)}: {name} {at} of {count}: {mistake}")
                    print("  " + run.stderr.decode(errors="replace").strip()[:300])
    print(f"{runs} calls failed in turn, {found} found")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
