"""Measures how fast `quanhe serve` answers on a made store, for docs/performance.md; prints figures as JSON.

usage: serve_bench.py BUILD_FOLDER [--nodes 100000] [--edges 500000] [--clients 16] [--seconds 10] [--runs 3] [--work FOLDER]

Each kind of question is asked by all clients at once for so many seconds, as fast as it is answered, in runs that take
turns; times are milliseconds of the wall, medians of the runs. `processor` is what the server takes for one answer, which
does not depend on what else the machine does. A file of the same size that is in FOLDER already is used again.
"""

import argparse
import json
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.parse

TICKS = os.sysconf("SC_CLK_TCK")


def targets_of(database, nodes):
    """What is asked for, by kind."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    made = random.Random(1)
    ids = [row[0] for row in connection.execute("SELECT id FROM nodes WHERE merged_into IS NULL")]
    hubs = [row[0] for row in connection.execute(
        "SELECT n.id FROM nodes n JOIN (SELECT to_node, count(*) c FROM edges GROUP BY 1 ORDER BY c DESC LIMIT 20) ON to_node = node")]
    some = made.sample(ids, 5000)

    def typed():
        name = made.choice(("nguyễn văn ", "Nguyen Van ", "nguyen van ", "van nguyen ", "văn ")) + str(made.randrange(nodes))
        return name[:made.randrange(1, len(name) + 1)]

    ends = [(made.choice(ids), made.choice(ids)) for _ in range(2000)]
    edges = connection.execute(
        "SELECT f.id, r.name, t.id FROM edges e JOIN nodes f ON f.node = e.from_node JOIN nodes t ON t.node = e.to_node "
        "JOIN relation_types r USING (relation) WHERE e.edge % 97 = 0").fetchall()
    quoted = urllib.parse.urlencode
    return {
        "search": ["/api/search?" + quoted({"q": typed()}) for _ in range(5000)],
        "neighbours": ["/api/neighbours?" + quoted({"id": node}) for node in some],
        "hub": ["/api/neighbours?" + quoted({"id": node}) for node in hubs],
        "node": ["/api/node?" + quoted({"id": node}) for node in some],
        "evidence": ["/api/evidence?" + quoted({"from": a, "relation": r, "to": b}) for a, r, b in edges],
        "path": ["/api/path?" + quoted({"from": a, "to": b}) for a, b in ends],
        "start": ["/api/start"],
    }


def seconds_of(process):
    words = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(words[11]) + int(words[12])) / TICKS


def kibibytes_of(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return {name: int(status.split(name + ":")[1].split()[0]) for name in ("VmRSS", "VmHWM")}


def measure(load, process, port, token, targets, options):
    before = seconds_of(process)
    done = subprocess.run([load, port, token, str(options.clients), str(options.seconds)], input="\n".join(targets) + "\n",
                          capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    figures["processor"] = round(1000 * (seconds_of(process) - before) / figures["requests"], 4)
    figures["kilobytes"] = round(figures.pop("bytes") / figures["requests"] / 1000, 1)
    figures["a_second"] = round(figures["requests"] / options.seconds)
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kinds", default="search,neighbours,hub,node,evidence,path,start")
    parser.add_argument("--work", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        run(options, options.work or pathlib.Path(temporary))


def run(options, work):
    bench = options.build / "tests" / "bench"
    database = work / f"made-{options.nodes}-{options.edges}.db"
    if not database.exists():
        subprocess.run([bench / "fill_store", database, str(options.nodes), str(options.edges), "0", "apart"], check=True,
                       stdout=subprocess.DEVNULL)
    targets = targets_of(database, options.nodes)
    began = time.monotonic()
    process = subprocess.Popen([options.build / "quanhe", "serve", "--graph", database], stdout=subprocess.PIPE, text=True)
    address = process.stdout.readline().strip()
    figures = {"start_seconds": round(time.monotonic() - began, 2), "start_processor": seconds_of(process),
               "loaded_kibibytes": kibibytes_of(process)}
    port, token = address.split(":")[2].split("/")[0], address.split("token=")[1]
    runs = {kind: [] for kind in options.kinds.split(",")}
    for _ in range(options.runs):
        for kind, taken in runs.items():
            taken.append(measure(bench / "serve_load", process, port, token, targets[kind], options))
    for kind, taken in runs.items():
        figures[kind] = {key: statistics.median(one[key] for one in taken) for key in taken[0]}
        figures[kind]["errors"] = sum(one["errors"] for one in taken)
    figures["used_kibibytes"] = kibibytes_of(process)
    process.terminate()
    figures["code"] = process.wait()
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
