"""Measures that the time of `quanhe extract` grows with the text alone, and what memory it takes; prints tables for
docs/performance.md.

usage: linear_bench.py QUANHE [--largest 10000000] [--runs 3] [--work FOLDER] [--only WORDS]

A row is a text or a pattern of hostile.py, a column the size of one document. Small documents are repeated, so that there
is something to measure. Time is that of the processor on one thread, without what a run over one empty document takes;
the least of the runs, of which documents of a megabyte and more have one.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import hostile

HERE = pathlib.Path(__file__).parent
SHIPPED = HERE.parents[1] / "rules" / "vi-diplomacy"
SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder

    def run(self, text, pack, copies=1):
        """Seconds and kilobytes; of several runs the least."""
        lines = self.folder / "text.jsonl"
        with open(lines, "w", encoding="utf-8") as file:
            for number in range(copies):
                file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        runs = self.options.runs if len(text) < 1_000_000 else 1
        return min(self.needs(lines, pack) for _ in range(runs))

    def needs(self, file, pack):
        needed = self.folder / "needed"
        command = [sys.executable, HERE / "peak.py", needed, self.options.quanhe, "extract", file, "--rules", pack,
                   "--threads", "1"]
        done = subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode not in (0, 3):
            sys.exit(done.stderr.decode())
        seconds, kilobytes = needed.read_text().split()
        return float(seconds), int(kilobytes)

    def row(self, name, make, pack, repeated):
        """Nanoseconds a byte for each size, and the memory of the largest."""
        start, _ = self.run(".", pack)
        cells = []
        for size in SIZES:
            if size > self.options.largest:
                continue
            text = make(size)
            copies = max(1, repeated // size)
            seconds, kilobytes = self.run(text, pack, copies)
            cells.append(f"{1e9 * max(0, seconds - start) / copies / len(text.encode()):.0f}")
        print(f"| {name} | {' | '.join(cells)} | {kilobytes / 1024:.0f} |", flush=True)

    def head(self, what):
        sizes = [size for size in SIZES if size <= self.options.largest]
        named = [f"{size // 1000} KB" if size < 1_000_000 else f"{size // 1_000_000} MB" for size in sizes]
        print(f"| {what} | {' | '.join(named)} | MiB |\n| --- |{' ---: |' * (len(sizes) + 1)}", flush=True)

    def wanted(self, names):
        return [name for name in names if self.options.only in name]

    def texts(self):
        self.head("text, ns a byte")
        for kind in self.wanted(hostile.TEXTS):
            self.row(kind, lambda size, kind=kind: hostile.text(kind, size), SHIPPED, 1_000_000)

    def patterns(self):
        self.head("pattern, ns a byte")
        for name in self.wanted(hostile.PATTERNS):
            pack = hostile.write_pack(self.folder / name, name)
            words = hostile.PATTERNS[name][2]
            self.row(name, lambda size, words=words: hostile.repeated(words, size), pack, 50_000)

    def memory(self):
        print("| largest document | MiB, and the bound |\n| --- | ---: |")
        for kind in self.wanted(hostile.TEXTS):
            _, kilobytes = self.run(hostile.text(kind, 16 << 20), SHIPPED)
            print(f"| 16 MiB of {kind} | {kilobytes / 1024:.0f} of {150 + 4 * 16} |", flush=True)
        if not self.options.only:
            subprocess.run([sys.executable, HERE / "made_news.py", self.folder / "news"], check=True)
            _, kilobytes = self.needs(self.folder / "news" / "news.jsonl", self.folder / "news" / "pack")
            print(f"| 10 MB of made news, 100,000 names | {kilobytes / 1024:.0f} of 150 |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("quanhe")
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quanhe-bench-") as folder:
        bench = Bench(options, options.work or pathlib.Path(folder))
        for part in (bench.texts, bench.patterns, bench.memory):
            part()
            print()


if __name__ == "__main__":
    main()
