"""Runs the golden cases: every folder beside this file that holds a case.txt.

usage: golden_test.py [--update]

A case.txt has lines "key: value". `input` is a path below the repository's root; facts.txt then holds every fact of
it and graph.txt the merged graph. With --update the expected files are written anew instead of compared.
"""

import difflib
import pathlib
import sys
import tempfile

import quanhe_output as quanhe

HERE = pathlib.Path(__file__).parent


def settings(case):
    lines = (case / "case.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line)


def produce(case):
    source = quanhe.SOURCE / settings(case)["input"]
    yield "facts.txt", quanhe.fact_lines(quanhe.extract(source))
    with tempfile.TemporaryDirectory() as output:
        quanhe.run("build", source, "--output", output)
        yield "graph.txt", quanhe.graph_lines(pathlib.Path(output) / "graph.db")


def check(path, lines, update):
    text = "".join(line + "\n" for line in lines)
    if update:
        path.write_text(text, encoding="utf-8")
        return True
    expected = path.read_text(encoding="utf-8")
    for line in difflib.unified_diff(expected.splitlines(), text.splitlines(), f"{path} (expected)", "got", lineterm=""):
        print(line)
    return text == expected


def main():
    update = "--update" in sys.argv[1:]
    cases = sorted(path.parent for path in HERE.glob("*/case.txt"))
    results = [check(case / name, lines, update) for case in cases for name, lines in produce(case)]
    print(f"{len(cases)} cases, {results.count(False)} files differ")
    sys.exit(0 if cases and all(results) else 1)


if __name__ == "__main__":
    main()
