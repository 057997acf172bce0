#!/usr/bin/python3
"""assess.py: files of check-ins through `runready batch`, by the workers of a Dask cluster.

    assess.py --scheduler tcp://10.0.0.1:8786 --out answered january.ndjson february.ndjson

Of each FILE there is then a file of that name in the folder --out, with a line for each line, in
order, byte for byte what `runready batch FILE` prints. What follows `--` goes to `runready batch`,
such as `-- --fields recommendation --rules /club/rules`.

A file is cut into blocks that end at line ends, and a block is one task. Workers read the files and
write their blocks themselves, so both folders must be the same for all of them: NFS, or one
machine. A block is written beside and moved into place. So the block of a worker that is lost is done by
another, and one that is done twice is the same. Nothing is moved into --out before all of its lines
are there.
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from distributed import Client, as_completed

USUAL_FIELDS = ["--fields", "id,recommendation,referral"]
REFUSED_A_LINE = {2}  # exit status of a batch in which some line could not be used
ERROR_LINE = b'{"line":'


class Failed(Exception):
    """Something that a person has to look at."""


def cut(path, size):
    """Blocks of about `size` bytes, as (begin, end), each of whole lines."""
    blocks = []
    with open(path, "rb") as file:
        begin, last = 0, os.fstat(file.fileno()).st_size
        while begin < last:
            file.seek(min(begin + size, last))
            file.readline()  # to the end of the line that the cut went through
            blocks.append((begin, file.tell()))
            begin = file.tell()
    return blocks


# What follows, down to answer(), is done by workers.


def rules_in_use(program, flags):
    """Program and rules: if two workers differ in them, their lines do not belong together."""
    version = subprocess.run([program, "--version"], stdout=subprocess.PIPE, check=True).stdout
    line = subprocess.run([program, "batch", *flags, "--fields", "pack"], check=True,
                          input=b'{"nothing_else":true}\n', stdout=subprocess.PIPE).stdout
    return (version + json.dumps(json.loads(line)["pack"]).encode()).decode()


def answer(program, flags, path, begin, end, part):
    """Answers one block of a file. Small enough to be sent back: what was done, not the lines."""
    with open(path, "rb") as file:
        file.seek(begin)
        block = file.read(end - begin)
    lines = block.removesuffix(b"\n").split(b"\n")
    partial = f"{part}.{socket.gethostname()}.{os.getpid()}"
    with open(partial, "wb") as out:
        run = subprocess.run([program, "batch", "--jobs", "1", *flags],
                             input=block, stdout=out, stderr=subprocess.PIPE, check=False)
    wanted = sum(1 for line in lines if line.strip())
    with open(partial, "rb") as out:
        written = sum(1 for _ in out)
    if run.returncode not in {0} | REFUSED_A_LINE or written != wanted:
        raise Failed(f"{path}, bytes {begin} to {end}: {written} lines of {wanted}, "
                     f"status {run.returncode}: {run.stderr.decode(errors='replace')}")
    os.replace(partial, part)
    return {"lines": len(lines), "answered": written, "refused_some": run.returncode != 0,
            "rules": rules_in_use(program, flags)}


# What follows is done here.


def numbered_anew(line, lines_before):
    """An error line names the line of its block; here the line of the file."""
    if not line.startswith(ERROR_LINE):
        return line
    number, comma, rest = line[len(ERROR_LINE):].partition(b",")
    return ERROR_LINE + str(int(number) + lines_before).encode() + comma + rest


def join(parts, to):
    """Puts (part, result) together in order, beside and then into place."""
    partial = f"{to}.partial"
    lines_before = 0
    with open(partial, "wb") as out:
        for part, result in parts:
            with open(part, "rb") as lines:
                if result["refused_some"]:
                    out.writelines(numbered_anew(line, lines_before) for line in lines)
                else:
                    shutil.copyfileobj(lines, out)
            lines_before += result["lines"]
    os.replace(partial, to)


def say(text):
    print(text, file=sys.stderr, flush=True)


def run_blocks(client, tasks, told):
    """Runs all tasks, an `answer` each; their results in order. A task is tried three times."""
    futures = [client.submit(answer, told.program, told.flags, *task, pure=False, retries=2)
               for task in tasks]
    place = {future.key: i for i, future in enumerate(futures)}
    results = [None] * len(tasks)
    for done, (future, result) in enumerate(as_completed(futures, with_results=True), start=1):
        results[place[future.key]] = result
        say(f"block {done} of {len(tasks)}")
    if len({result["rules"] for result in results}) > 1:
        raise Failed("the workers do not have the same program and rules:\n" +
                     "\n".join(sorted({result["rules"] for result in results})))
    return results


def assess(client, told):
    """Answers all files; how many lines."""
    os.makedirs(told.out, exist_ok=True)
    parts = tempfile.mkdtemp(prefix=".blocks-", dir=os.path.abspath(told.out))
    try:
        tasks, files = [], []
        for path in map(os.path.abspath, told.files):
            first = len(tasks)
            for begin, end in cut(path, told.block << 10):
                tasks.append((path, begin, end, os.path.join(parts, str(len(tasks)))))
            files.append((path, first, len(tasks)))
        results = run_blocks(client, tasks, told)
        for path, first, last in files:
            done = [(task[3], result) for task, result in zip(tasks, results)][first:last]
            join(done, os.path.join(told.out, os.path.basename(path)))
        return sum(result["answered"] for result in results)
    finally:
        shutil.rmtree(parts)


def seconds_of(work):
    begin = time.monotonic()
    result = work()
    return time.monotonic() - begin, result


def one_process(told):
    """The same by one process on this machine."""
    with open(os.devnull, "wb") as nowhere:
        run = subprocess.run([told.program, "batch", "--jobs", "1", *told.flags, *told.files],
                             stdout=nowhere, stderr=subprocess.DEVNULL, check=False)
    if run.returncode not in {0} | REFUSED_A_LINE:
        raise Failed(f"runready batch: status {run.returncode}")


def told_by(words):
    end = words.index("--") if "--" in words else len(words)
    flags = words[end + 1 :] or USUAL_FIELDS
    parser = argparse.ArgumentParser(
        description="Files of check-ins through `runready batch`, spread over a Dask cluster.",
        epilog="What follows `--` goes to `runready batch`.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--scheduler", required=True, help="its address, as tcp://10.0.0.1:8786")
    parser.add_argument("--out", required=True, help="the folder for the answers")
    parser.add_argument("--block", type=int, default=8192, help="KiB of a task (8192)")
    parser.add_argument("--program", default="runready", help="where workers find it (runready)")
    parser.add_argument("--compare", action="store_true", help="time one process too")
    told = parser.parse_args(words[:end], argparse.Namespace(flags=flags))
    names = [os.path.basename(path) for path in told.files]
    if len(set(names)) < len(names):
        parser.error("two files have the same name")
    folders = {os.path.realpath(os.path.dirname(path) or ".") for path in told.files}
    if os.path.realpath(told.out) in folders:
        parser.error("the answers would take the place of a file: name another folder")
    return told


def main():
    told = told_by(sys.argv[1:])
    with contextlib.closing(Client(told.scheduler, timeout=30)) as client:
        client.wait_for_workers(1, timeout=60)
        before = set(client.scheduler_info()["workers"])
        seconds, lines = seconds_of(lambda: assess(client, told))
        after = set(client.scheduler_info()["workers"])
    print(f"{lines} lines by {len(before)} workers, {len(before - after)} of them lost on the way, "
          f"in {seconds:.1f} s: {lines / seconds:.0f} lines a second")
    if told.compare:
        alone, _ = seconds_of(lambda: one_process(told))
        print(f"one process: {alone:.1f} s, {lines / alone:.0f} lines a second; "
              f"the cluster: {alone / seconds:.2f} times as fast")


if __name__ == "__main__":
    try:
        main()
    except (Failed, OSError, subprocess.SubprocessError) as failure:
        sys.exit(f"error: {failure}")
