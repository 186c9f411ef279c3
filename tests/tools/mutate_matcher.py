"""Breaks the matcher in one place after another, and tells which test noticed.

usage: mutate_matcher.py WORK_DIR [--only TEXT]

A test that nothing can fail proves nothing. Each change of mutations.txt is made alone in a copy of the layers that
the matcher needs, in WORK_DIR; the matcher's units and its oracle are built there and run, the units first. A change
is killed when a test fails, crashes or does not end; a change that survives all is printed as such, and asks for a
test or for a proof that it changes nothing. The table goes to standard output. --only takes the changes whose
description holds the text.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["CMakeLists.txt", "CMakePresets.json", "cmake", "src/base", "src/text", "src/json", "src/match",
         "tests/CMakeLists.txt", "tests/oracle", "tests/unit", "tests/sanitizers"]
PROGRAMS = [("match_test", "tests/unit/match_test"), ("match_oracle", "tests/oracle/match_oracle")]
LONGEST_RUN = 300  # seconds


def read_mutations():
    text = (Path(__file__).parent / "mutations.txt").read_text(encoding="utf-8")
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        what, file, change = block.split("\n", 2)
        old, new = re.split(r"^--\n", change, maxsplit=1, flags=re.MULTILINE)
        yield what, file, old.rstrip("\n"), new.rstrip("\n")


def copy_changed(source, target):
    """A change that an interrupted run left behind is undone with a new time, so that it is built again."""
    content = Path(source).read_bytes()
    if not Path(target).exists() or Path(target).read_bytes() != content:
        Path(target).write_bytes(content)


def copy_tree(work):
    for part in PARTS:
        source, target = ROOT / part, work / "tree" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, copy_function=copy_changed, dirs_exist_ok=True)
        elif source.exists():
            copy_changed(source, target)


def build(work, program):
    command = ["cmake", "--build", str(work / "build"), "--parallel", "2", "--target", program]
    return subprocess.run(command, capture_output=True, text=True).returncode == 0


def first_failure(work):
    """The first test that noticed, or None."""
    environment = dict(os.environ, GTEST_FAIL_FAST="1", GTEST_BRIEF="0")
    for name, path in PROGRAMS:
        if not build(work, name):
            return "not applied: it does not build"
        try:
            run = subprocess.run([str(work / "build" / path)], capture_output=True, text=True, errors="replace",
                                 timeout=LONGEST_RUN, env=environment)
        except subprocess.TimeoutExpired:
            return f"{name} (does not end)"
        if run.returncode == 0:
            continue
        failed = re.search(r"^\[  FAILED  \] (\w+\.\w+)", run.stdout, flags=re.MULTILINE)
        begun = re.findall(r"^\[ RUN      \] (\w+\.\w+)", run.stdout, flags=re.MULTILINE)
        return f"{name}: {failed.group(1)}" if failed else f"{name}: {begun[-1] if begun else '?'} (crashes)"
    return None


def try_mutation(work, file, old, new):
    path = work / "tree" / "src/match" / file
    original = path.read_text(encoding="utf-8")
    if original.count(old) != 1:
        return "not applied: the text is there %d times" % original.count(old)
    path.write_text(original.replace(old, new), encoding="utf-8")
    try:
        return first_failure(work) or "SURVIVED"
    finally:
        path.write_text(original, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Breaks the matcher in one place after another.")
    parser.add_argument("work", type=Path)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    copy_tree(work)
    subprocess.run(["cmake", "-S", str(work / "tree"), "-B", str(work / "build"), "--preset", "release",
                    "-DQUANHE_WARNINGS_AS_ERRORS=OFF"],
                   cwd=work / "tree", check=True, capture_output=True)
    failure = first_failure(work)
    if failure:
        sys.exit(f"mutate_matcher: error: the matcher fails its tests as it is: {failure}")
    bad = 0
    print("| change | file | killed by |\n| --- | --- | --- |")
    for what, file, old, new in read_mutations():
        if arguments.only not in what:
            continue
        outcome = try_mutation(work, file, old, new)
        bad += outcome.startswith(("SURVIVED", "not applied"))
        print(f"| {what} | `{file}` | {outcome} |", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
