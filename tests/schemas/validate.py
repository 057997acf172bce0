#!/usr/bin/env python3
"""validate.py REPOSITORY PROGRAM BUILD: everything the program prints as JSON fits its schema.

The transcripts and documents are run with a `runready` that keeps what it prints; to that come
assessments, next questions and errors for random answers. An independent validator looks at all
of it (Debian: python3-jsonschema). Status 77 where that is not there.
"""

import itertools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

REPOSITORY, PROGRAM, BUILD = (pathlib.Path(argument) for argument in sys.argv[1:4])
RANDOM_ANSWERS = 300
LINES_OF_A_COMMAND = 40

KEEPER = """#!/bin/bash
kept=$(mktemp -d '{folder}/XXXXXXXX')
printf '%s\\n' "$@" >"$kept/words"
'{program}' "$@" | tee "$kept/out"
exit ${{PIPESTATUS[0]}}
"""


def load_schemas():
    schemas = {}
    for path in sorted((REPOSITORY / "rules/schemas").glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        # Whoever has one of them alone can use it.
        elsewhere = re.findall(r'"\$ref": "([^#"][^"]*)"', path.read_text(encoding="utf-8"))
        assert not elsewhere, f"{path.name} refers to other files: {elsewhere}"
        schemas[schema["$id"].split(":")[2]] = schema
    return schemas


def without_required(schema):
    """The same where only some keys were asked for."""
    if isinstance(schema, dict):
        return {key: without_required(value) for key, value in schema.items()
                if not (key == "required" and isinstance(value, list))}
    if isinstance(schema, list):
        return [without_required(value) for value in schema]
    return schema


class Validation:
    def __init__(self):
        self.schemas = load_schemas()
        self.validators = {name: Draft202012Validator(schema)
                           for name, schema in self.schemas.items()}
        self.validators["part"] = Draft202012Validator(without_required(self.schemas["assessment"]))
        self.counts = {}
        self.failures = []

    def check(self, name, value, where):
        self.counts[name] = self.counts.get(name, 0) + 1
        for error in self.validators[name].iter_errors(value):
            place = "/".join(str(key) for key in error.absolute_path)
            self.failures.append(f"{name}: /{place}: {error.message[:300]}\n  printed by {where}")

    def check_printed(self, value, words):
        where = "runready " + " ".join(words)
        value = without_kept(value, words)
        if not isinstance(value, dict):
            self.failures.append(f"not an object\n  printed by {where}")
        elif "$schema" in value:
            self.counts["schema"] = self.counts.get("schema", 0) + 1
            Draft202012Validator.check_schema(value)
        elif "error" in value:
            self.check("error", value, where)
        elif any(word.startswith("--fields") for word in words):
            self.check("part", value, where)
        else:
            name = str(value.get("schema", "/missing")).split("/")[1]
            if name not in self.schemas:
                self.failures.append(f"no schema `{name}`\n  printed by {where}")
            else:
                self.check(name, value, where)


def without_kept(value, words):
    """A line without what `--keep` carries through, which no schema knows."""
    if "--keep" not in words or not isinstance(value, dict):
        return value
    names = words[words.index("--keep") + 1].split(",")
    return {key: item for key, item in value.items() if key not in names}


def prints_json(words):
    """Whether words say that lines of JSON come."""
    commands = words[:2]
    return any(word in ("--json", "-j", "json", "--format=json", "--schema") or
               word.startswith("--fields") for word in words) or (
                   commands[:1] in (["next"], ["batch"], ["schema"]))


def check_printed_schema(text, words, validation):
    if text.startswith("{"):
        validation.check_printed(json.loads(text), words)


def check_kept(folder, validation):
    for kept in sorted(folder.iterdir()):
        if not (kept / "out").exists():
            continue
        words = (kept / "words").read_text(encoding="utf-8", errors="replace").splitlines()
        if not prints_json(words):
            continue
        with (kept / "out").open(encoding="utf-8") as printed:
            if words[0] == "schema":
                check_printed_schema(printed.read(), words, validation)
                continue
            # A reader that had enough leaves the last line unfinished.
            for line in itertools.islice(printed, LINES_OF_A_COMMAND):
                if line.startswith("{") and line.endswith("\n"):
                    validation.check_printed(json.loads(line), words)


def run_transcripts(folder):
    wrapper = folder / "bin"
    wrapper.mkdir()
    kept = folder / "kept"
    kept.mkdir()
    program = wrapper / "runready"
    program.write_text(KEEPER.format(folder=kept, program=PROGRAM), encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "RUNREADY_TEST_BIN": str(wrapper)}
    environment.pop("RUNREADY_APPROVE", None)
    goldens = sorted((REPOSITORY / "tests/golden").rglob("*.txt"))
    documents = [REPOSITORY / "README.md", REPOSITORY / "rules/README.md",
                 *sorted((REPOSITORY / "examples").glob("*.sh"))]
    documents = [path for path in documents if path.name != "quickstart.sh"]
    # Whether they are as expected is what their own tests say.
    for runner, paths in (("runready-golden", goldens), ("runready-docs", documents)):
        subprocess.run([BUILD / "tests" / runner, *paths], env=environment, check=False,
                       stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return kept


def run(words, text):
    result = subprocess.run([PROGRAM, *words], input=text, capture_output=True, check=False,
                            encoding="utf-8", env={**os.environ, "RUNREADY_CONFIG": "/dev/null"})
    return [json.loads(line) for line in result.stdout.splitlines()]


def random_reply(question, dice):
    kind = question["type"]
    if kind == "bool":
        return dice.random() < 0.5
    if kind == "integer":
        return dice.randint(*question["range"])
    options = [option["id"] for option in question["options"]]
    if kind == "choice":
        return dice.choice(options)
    count = dice.choice((0, 1, 1, 2, 3)) % (len(options) + 1)
    return sorted(dice.sample(options, max(count, 0 if "none" in question else 1)))


def random_answers(questions, dice):
    """A few replies, sometimes about several things that hurt, sometimes to what is not asked."""
    def some(about, most):
        asked = [question for question in questions if question["about"] == about]
        chosen = dice.sample(asked, dice.randint(0, min(most, len(asked))))
        return {question["id"]: random_reply(question, dice) for question in chosen}

    answers = some("runner", 4)
    if dice.random() < 0.7:
        answers["any_pain"] = True
    if dice.random() < 0.3:
        answers["complaints"] = [some("complaint", 4) for _ in range(dice.randint(1, 3))]
    else:
        answers.update(some("complaint", 6))
    if dice.random() < 0.3:
        answers["nothing_else"] = True
    if dice.random() < 0.2:
        answers["id"] = dice.choice(["a", 7])
    return answers


def without_empty(value):
    """Assumed of a list whose empty list is no reply is just that nothing was told."""
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item != []}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


def check_random(validation):
    questions = run(["questions", "--json"], "")[0]["questions"]
    told = Draft202012Validator(run(["schema", "answers"], "")[0])
    dice = random.Random(1)
    answers = [random_answers(questions, dice) for _ in range(RANDOM_ANSWERS)]
    lines = [json.dumps(one) for one in answers]
    for words in (["batch"], ["batch", "--brief"]):
        for line, value in zip(answers, run(words, "\n".join(lines))):
            validation.check_printed(value, words)
            wrong = [error.message[:300] for error in told.iter_errors(line)]
            if "error" not in value and wrong:
                validation.failures.append(f"answers: {wrong[0]}\n  of {line}, which is accepted")
            elif "error" in value and not wrong and line and "complaints" not in line:
                if value["error"]["code"] != "nothing-told":
                    validation.failures.append(f"answers: {line} fits, and is refused: {value}")
            value["assumed"] = without_empty(value.get("assumed", {}))
            for key in ("answers", "inferred", "assumed"):
                for error in told.iter_errors(value.get(key, {})):
                    validation.failures.append(f"answers in `{key}`: {error.message[:300]}")
    counted = subprocess.run([PROGRAM, "batch", "--fields", "recommendation", "--summary", "--json"],
                             input="\n".join(lines), capture_output=True, check=False,
                             encoding="utf-8", env={**os.environ, "RUNREADY_CONFIG": "/dev/null"})
    validation.check("batch-summary", json.loads(counted.stderr), "batch --summary --json")
    for line in lines[: RANDOM_ANSWERS // 4]:
        for words in (["--answers", "-", "--json", "--explain"], ["next"]):
            for value in run(words, line):
                validation.check_printed(value, words)


def main():
    validation = Validation()
    with tempfile.TemporaryDirectory() as scratch:
        check_kept(run_transcripts(pathlib.Path(scratch)), validation)
    check_random(validation)
    for failure in list(dict.fromkeys(validation.failures))[:20]:
        print(failure)
    print("validated: " + ", ".join(f"{count} {name}" for name, count in
                                    sorted(validation.counts.items())))
    unseen = set(validation.schemas) - set(validation.counts) - {"pack"}
    if unseen:
        print("nothing in the tests prints: " + ", ".join(sorted(unseen)))
    sys.exit(1 if validation.failures or unseen else 0)


main()
