"""Measures `quanhe extract` on made news, beside yardsticks in the same run, and prints a table for docs/performance.md.

usage: extract_bench.py QUANHE [--megabytes 10] [--runs 5] [--work FOLDER]

Every figure is the median of the runs, in which the programs take turns; one thread each. Time is that of the processor,
so that a machine that others use tells much the same. What a program needs for one empty document (start, rules, names)
is measured apart and taken off its throughput, the yardstick's too. How many statements the news has a kilobyte is
printed beside those of seeds/, since the time goes to them.
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
SEEDS = HERE.parents[1] / "seeds"
START = " (start)"


def make(folder, megabytes, names, rules):
    target = folder / f"{names}-{rules}"
    if not target.exists():
        subprocess.run([sys.executable, HERE / "made_news.py", target, "--megabytes", str(megabytes),
                        "--names", str(names), "--rules", str(rules)], check=True)
    (target / "one.jsonl").write_text(json.dumps({"id": "one", "text": "."}) + "\n", encoding="utf-8")
    (target / "one.txt").write_text(".\n", encoding="utf-8")
    return target


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command):
    start = children_seconds()
    # rg ends with 1 where it finds nothing, as in the empty document.
    subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, check=command[0] != "rg")
    return children_seconds() - start


def statements_a_kilobyte(command, size):
    lines = subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout.splitlines()
    return sum(len(json.loads(line)["edges"]) for line in lines) / size * 1000


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
        commands[title + START] = extract(options.quanhe, big, pack, "one.jsonl")
    if shutil.which("rg"):
        rg = ["rg", "-j1", "-o", "-F", "-f", big / "names.txt"]
        commands["rg -j1 -o -F -f, the same names"] = [*rg, big / "news.txt"]
        commands["rg -j1 -o -F -f, the same names" + START] = [*rg, big / "one.txt"]
    stored = "build --no-export, 100,000 names"
    times = {title: [] for title in [*commands, stored]}
    for _ in range(options.runs):
        for title, command in commands.items():
            times[title].append(seconds(command))
        times[stored].append(seconds(build(options.quanhe, big, big, "news.jsonl", work / "stored")))
    medians = {title: statistics.median(values) for title, values in times.items()}
    medians[stored + START] = medians["100,000 names" + START]
    size = (big / "news.txt").stat().st_size
    seeds = [options.quanhe, "extract", SEEDS, "--rules", big / "pack"]
    print(f"{size / 1e6:.1f} MB of made news, medians of {options.runs} runs; statements a kilobyte: "
          f"{statements_a_kilobyte(commands['100,000 names'], size):.1f}, in seeds/ "
          f"{statements_a_kilobyte(seeds, sum(file.stat().st_size for file in SEEDS.iterdir())):.1f}\n")
    print("| what | seconds | MB/s | start |\n| --- | ---: | ---: | ---: |")
    for title, median in medians.items():
        if not title.endswith(START):
            start = medians[title + START]
            print(f"| {title} | {median - start:.2f} | {size / 1e6 / (median - start):.1f} | {start:.3f} |")


if __name__ == "__main__":
    main()
