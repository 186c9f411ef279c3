"""Measures `quanhe extract` on made news, beside yardsticks in the same run, and prints a table for docs/performance.md.

usage: extract_bench.py QUANHE [--megabytes 10] [--runs 5] [--work FOLDER]

Every figure is the median of the runs, in which the programs take turns; one thread each. Time is that of the processor,
so that a machine that others use tells much the same. What a program needs for one empty document (start, rules, names)
is measured apart and taken off its throughput.
"""

import argparse
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def make(folder, megabytes, names, rules):
    target = folder / f"{names}-{rules}"
    if not target.exists():
        subprocess.run([sys.executable, HERE / "made_news.py", target, "--megabytes", str(megabytes),
                        "--names", str(names), "--rules", str(rules)], check=True)
    (target / "one.jsonl").write_text(json.dumps({"id": "one", "text": "."}) + "\n", encoding="utf-8")
    return target


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command):
    start = children_seconds()
    subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, check=True)
    return children_seconds() - start


def extract(quanhe, folder, pack, news):
    return [quanhe, "extract", folder / news, "--rules", pack / "pack", "--threads", "1"]


def build(quanhe, folder, pack, news, output):
    shutil.rmtree(output, ignore_errors=True)
    return [quanhe, "build", folder / news, "--rules", pack / "pack", "--threads", "1", "--no-export", "--output", output]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("quanhe")
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path)
    options = parser.parse_args()
    work = options.work or pathlib.Path(tempfile.mkdtemp(prefix="quanhe-bench-"))
    big = make(work, options.megabytes, 100_000, 0)
    packs = {"100,000 names": big, "300 names": make(work, 0.01, 300, 0),
             "100,000 names, 200 more rules": make(work, 0.01, 100_000, 200),
             "100,000 names, 2,000 more rules": make(work, 0.01, 100_000, 2000)}
    commands = {}
    for title, pack in packs.items():
        commands[title] = extract(options.quanhe, big, pack, "news.jsonl")
        commands[title + " (start)"] = extract(options.quanhe, big, pack, "one.jsonl")
    if shutil.which("rg"):
        commands["rg -j1 -o -F -f, the same names"] = ["rg", "-j1", "-o", "-F", "-f", big / "names.txt", big / "news.txt"]
    stored = "build --no-export, 100,000 names"
    times = {title: [] for title in [*commands, stored]}
    for _ in range(options.runs):
        for title, command in commands.items():
            times[title].append(seconds(command))
        times[stored].append(seconds(build(options.quanhe, big, big, "news.jsonl", work / "stored")))
    medians = {title: statistics.median(values) for title, values in times.items()}
    starts = {title: medians[title + " (start)"] for title in packs}
    starts[stored] = starts["100,000 names"]
    size = (big / "news.txt").stat().st_size / 1e6
    print(f"{size:.1f} MB of made news, medians of {options.runs} runs\n")
    print("| what | seconds | MB/s |\n| --- | ---: | ---: |")
    for title, median in medians.items():
        if title.endswith("(start)"):
            continue
        net = median - starts.get(title, 0)
        print(f"| {title} | {net:.2f} | {size / net:.1f} |")
    for title in packs:
        print(f"| start: {title} | {medians[title + ' (start)']:.3f} | |")


if __name__ == "__main__":
    main()
