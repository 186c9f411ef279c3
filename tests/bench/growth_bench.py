"""What one document more, changed or less costs a graph of 1,000 and of 20,000 documents.

    tests/bench/growth_bench.py [--quanhe PROGRAM] [--sizes 1000,20000] [--runs 9]

Prints the median seconds of the processor (user and system) of a whole `quanhe build --no-export` or `quanhe forget`, and of
`quanhe build` where nothing has changed, which is what loading the rules and reading the file cost."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))

from made_news import make_documents  # noqa: E402


def seconds(command):
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime


def write(path, documents):
    path.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents))


def measure(quanhe, size, runs):
    times = {"nothing": [], "add": [], "change": [], "remove": []}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents = make_documents(size, seed=1)
        for number, document in enumerate(documents):
            document["id"] = f"d{number}"
        write(folder / "all.jsonl", documents)
        one = folder / "one.jsonl"
        build = [quanhe, "build", one, "--no-export", "--output", folder / "out"]
        seconds([quanhe, "build", folder / "all.jsonl", "--no-export", "--output", folder / "out"])
        news = make_documents(2 * runs, seed=2)
        for run in range(runs):
            write(one, [{"id": "new", "text": news[2 * run]["text"]}])
            times["add"].append(seconds(build))
            times["nothing"].append(seconds(build))
            write(one, [{"id": "new", "text": news[2 * run + 1]["text"] + " Lần nữa."}])
            times["change"].append(seconds(build))
            times["remove"].append(seconds([quanhe, "forget", "new", "--graph", folder / "out" / "graph.db"]))
    return {what: statistics.median(values) for what, values in times.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quanhe", default=ROOT / "build" / "quanhe")
    options.add_argument("--sizes", default="1000,20000")
    options.add_argument("--runs", type=int, default=9)
    chosen = options.parse_args()
    for size in map(int, chosen.sizes.split(",")):
        row = measure(chosen.quanhe, size, chosen.runs)
        print(f"{size} documents: " + ", ".join(f"{what} {value:.3f} s" for what, value in row.items()), flush=True)


main()
