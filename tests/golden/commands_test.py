"""Runs the command lines of the cases below a folder beside this file, and compares what they print.

usage: commands_test.py FOLDER... [--update]

A case is a folder with command.txt, the words after "quanhe" as a shell would read them, run in the case's folder;
input.txt, when it is there, is standard input. expected.txt is standard output, then standard error, then the exit
code, then the files that the command wrote. In a command {PAGE} stands for the pack of docs/rules.md, {OUT} for an
empty folder to write to, and {GRAPH} for the graph of the seeds; all stand for the paths in what is printed, too.
"""

import difflib
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "docs"))
import page_pack

HERE = pathlib.Path(__file__).parent
QUANHE = os.environ["QUANHE"]
PAGE = pathlib.Path(os.environ["QUANHE_SOURCE_DIR"]) / "docs" / "rules.md"


def graph_of_seeds(folder):
    graph = pathlib.Path(folder) / "graph.db"
    if not graph.exists():
        seeds = pathlib.Path(os.environ["QUANHE_SOURCE_DIR"]) / "seeds"
        subprocess.run([QUANHE, "build", seeds, "--no-export", "--output", folder], capture_output=True, check=True)
    return str(graph)


def produce(case, page, folder, seeds):
    command = (case / "command.txt").read_text(encoding="utf-8")
    graph = graph_of_seeds(seeds) if "{GRAPH}" in command else seeds
    stands_for = {"{PAGE}": page, "{OUT}": folder, "{GRAPH}": graph}
    arguments = shlex.split(command)
    for sign, path in stands_for.items():
        arguments = [word.replace(sign, path) for word in arguments]
    given = case / "input.txt"
    text = given.read_text(encoding="utf-8") if given.exists() else ""
    finished = subprocess.run([QUANHE, *arguments], input=text, capture_output=True, text=True, cwd=case, check=False)
    pages = [page.read_text(encoding="utf-8") for page in sorted(pathlib.Path(folder).iterdir())]
    printed = finished.stdout + finished.stderr + f"exit {finished.returncode}\n" + "".join(pages)
    for sign, path in stands_for.items():
        printed = printed.replace(path, sign)
    return printed


def check(case, seeds, update):
    with tempfile.TemporaryDirectory() as page, tempfile.TemporaryDirectory() as folder:
        page_pack.write(page_pack.files_of(PAGE), page)
        got = produce(case, page, folder, seeds)
    expected = case / "expected.txt"
    if update:
        expected.write_text(got, encoding="utf-8")
        return True
    wanted = expected.read_text(encoding="utf-8")
    lines = difflib.unified_diff(wanted.splitlines(), got.splitlines(), f"{expected} (expected)", "got", lineterm="")
    print("\n".join(lines), end="" if got == wanted else "\n")
    return got == wanted


def main():
    folders = [word for word in sys.argv[1:] if word != "--update"]
    cases = sorted(path.parent for folder in folders for path in (HERE / folder).glob("*/command.txt"))
    with tempfile.TemporaryDirectory() as seeds:
        results = [check(case, seeds, "--update" in sys.argv[1:]) for case in cases]
    print(f"{len(cases)} cases, {results.count(False)} differ")
    sys.exit(0 if cases and all(results) else 1)


if __name__ == "__main__":
    main()
