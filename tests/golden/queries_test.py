"""Asks the graphs of the folders below queries/ and compares every answer in every format.

usage: queries_test.py [--update]

A folder has cases.txt, with lines "name: words after quanhe, as a shell would read them"; an empty name is a remark. The
graph is that of articles.jsonl there, or of the seeds, with the ledgers merges.tsv and judgements.tsv where the folder has
them. expected/NAME.txt holds for each format what is printed on standard output, then on standard error, then the exit
code. A command that names a format itself, or its own graph, is run as it is.
"""

import difflib
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import quanhe_output as quanhe

HERE = pathlib.Path(__file__).parent / "queries"
FORMATS = ["table", "json", "jsonl", "tsv", "markdown"]


def build(folder, output):
    articles = folder / "articles.jsonl"
    for ledger in folder.glob("*.tsv"):
        shutil.copy(ledger, output)
    quanhe.run("build", articles if articles.exists() else quanhe.SOURCE / "seeds", "--output", output, "--no-export")
    return output / "graph.db"


def printed(words, graph):
    asked = words if "--graph" in words else [*words, "--graph", str(graph)]
    finished = subprocess.run([quanhe.QUANHE, *asked], capture_output=True, text=True, check=False)
    text = f"$ quanhe {shlex.join(words)}\n{finished.stdout}{finished.stderr}exit {finished.returncode}\n"
    return text.replace(str(graph.parent), "OUTPUT")


def cases(folder):
    for line in (folder / "cases.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(": ")
        if words:
            yield name, shlex.split(words)


def answer(words, graph):
    if "--format" in words or "--graph" in words:
        return printed(words, graph)
    return "\n".join(printed([*words, "--format", name], graph) for name in FORMATS)


def check(path, text, update):
    if update:
        path.write_text(text, encoding="utf-8")
        return True
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    for line in difflib.unified_diff(expected.splitlines(), text.splitlines(), f"{path} (expected)", "got", lineterm=""):
        print(line)
    return text == expected


def main():
    update = "--update" in sys.argv[1:]
    results = []
    for folder in sorted(path.parent for path in HERE.glob("*/cases.txt")):
        with tempfile.TemporaryDirectory() as output:
            graph = build(folder, pathlib.Path(output))
            for name, words in cases(folder):
                results.append(check(folder / "expected" / f"{name}.txt", answer(words, graph), update))
    print(f"{len(results)} cases, {results.count(False)} differ")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main()
