"""Measures the store and the questions about the graph on made news, beside the sqlite3 shell, igraph and NetworkX;
prints figures for docs/performance.md, as JSON.

usage: graph_bench.py BUILD_FOLDER [--nodes 100000] [--edges 500000] [--updates 2000] [--runs 5] [--work FOLDER]
                      [--quick]

--quick leaves out NetworkX and igraph's communities, which take long on large graphs.

Times are those of the processor, unless they are called "wall", and medians of runs in which the programs take turns. The
packages of requirements.txt must be there. A file of the same size that is in FOLDER already is used again.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import statistics
import subprocess
import tempfile
import time

import igraph

NAME = "Nguyễn Văn %d"
ONE_HOP = """
WITH start AS (SELECT DISTINCT node FROM spellings WHERE folded = '%s'),
near AS (SELECT edge, to_node AS node, relation, 'out' AS direction, status, confidence, source_count FROM edges
         WHERE from_node = (SELECT node FROM start) AND status >= 2 AND statement_count > 0 AND judgement < 2
         UNION ALL SELECT edge, from_node, relation, 'in', status, confidence, source_count FROM edges
         WHERE to_node = (SELECT node FROM start) AND status >= 2 AND statement_count > 0 AND judgement < 2)
SELECT n.direction, r.name, o.name, o.type, o.id, s.name, count(*), n.source_count, n.confidence,
  group_concat(DISTINCT t.name)
FROM near n JOIN nodes o USING (node) JOIN relation_types r USING (relation) JOIN statuses s ON s.status = n.status
  JOIN occurrences p ON p.edge = n.edge AND p.standing < 2 JOIN forms m ON m.form = p.form AND m.status >= 2
  LEFT JOIN dates t ON t.date = p.date
GROUP BY n.edge ORDER BY r.position, n.direction, o.name;
"""
THREE_HOPS = """
WITH RECURSIVE start AS (SELECT DISTINCT node FROM spellings WHERE folded = '%s'),
walk (node, hop) AS (
  SELECT node, 0 FROM start
  UNION SELECT CASE WHEN e.from_node = w.node THEN e.to_node ELSE e.from_node END, hop + 1
  FROM walk w JOIN edges e ON (e.from_node = w.node OR e.to_node = w.node) WHERE hop < 3)
SELECT count(DISTINCT node) FROM walk;
"""


def run(*command):
    """Seconds of the processor, seconds of the wall, standard output."""
    began = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if status != 0:
        raise SystemExit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, wall, output.decode()


def medians(count, **commands):
    """For each command the medians of processor and wall, in milliseconds."""
    taken = {name: [] for name in commands}
    for _ in range(count):
        for name, command in commands.items():
            taken[name].append(run(*command)[:2])
    return {name: {kind: round(1000 * statistics.median(times), 2) for kind, times in zip(("processor", "wall"), zip(*runs))}
            for name, runs in taken.items()}


def seconds(work):
    began = time.process_time()
    result = work()
    return result, round(time.process_time() - began, 4)


def sizes(database):
    """Bytes an occurrence, without sentences and their index, and each table's or index's part of them."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    occurrences = connection.execute("SELECT count(*) FROM occurrences").fetchone()[0]
    tables = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    rest = {name: size for name, size in tables.items() if not name.startswith("sentence")}
    largest = sorted(rest.items(), key=lambda pair: -pair[1])[:10]
    return {"bytes": round(sum(rest.values()) / occurrences, 1),
            "parts": {name: round(size / occurrences, 1) for name, size in largest}}


def full_text_search(database, work):
    """Seconds that the indexes of sentences and names alone take."""
    index = work / "index.db"
    index.unlink(missing_ok=True)
    sql = f"""ATTACH '{database}' AS graph; PRAGMA journal_mode = off; BEGIN;
CREATE VIRTUAL TABLE s USING fts5(folded, content = '', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO s (s, rank) VALUES ('hashsize', 67108864);
INSERT INTO s (rowid, folded) SELECT sentence, lower(text) FROM graph.sentences;
CREATE VIRTUAL TABLE n USING fts5(folded, content = '', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO n (rowid, folded) SELECT spelling, folded FROM graph.spellings; COMMIT;"""
    return round(run("sqlite3", index, sql)[0], 2)


def yardsticks(database, quick):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    symmetric = {key for key, is_symmetric in connection.execute("SELECT relation, is_symmetric FROM relation_types") if is_symmetric}
    rows = connection.execute("SELECT from_node, to_node, relation FROM edges WHERE status >= 2 AND from_node <> to_node").fetchall()
    place = {key: i for i, (key,) in enumerate(connection.execute("SELECT node FROM nodes WHERE merged_into IS NULL"))}
    count = len(place)
    pairs = [(place[a], place[b]) for a, b, _ in rows]
    both = pairs + [(place[b], place[a]) for a, b, relation in rows if relation in symmetric]
    graph, made = seconds(lambda: igraph.Graph(n=count, edges=both, directed=True))
    undirected = igraph.Graph(n=count, edges=pairs)
    found = {"igraph_rows": made}
    ranks, found["igraph_pagerank"] = seconds(graph.pagerank)
    found["igraph_rank_squares"] = sum(rank * rank for rank in ranks)
    parts, found["igraph_components"] = seconds(undirected.connected_components)
    found["igraph_parts"] = len(parts)
    if not quick:
        groups, found["igraph_louvain"] = seconds(undirected.community_multilevel)
        found["igraph_modularity"] = round(groups.modularity, 6)
        import networkx
        other = networkx.MultiDiGraph()
        other.add_nodes_from(range(count))
        other.add_edges_from(both)
        ranks, found["networkx_pagerank"] = seconds(lambda: networkx.pagerank(other, tol=1e-10, max_iter=1000))
        plain = networkx.Graph(pairs)
        _, found["networkx_components"] = seconds(lambda: sum(1 for _ in networkx.connected_components(plain)))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--updates", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        measure(options, options.work or pathlib.Path(temporary))


def measure(options, work):
    bench, quanhe = options.build / "tests" / "bench", options.build / "quanhe"
    database = work / f"made-{options.nodes}-{options.edges}.db"
    figures = {}
    if not database.exists():
        figures["fill"] = json.loads(run(bench / "fill_store", database, options.nodes, options.edges, options.updates)[2])
    figures["full_text_search"] = full_text_search(database, work)
    figures["size"] = sizes(database)
    ordinary = options.nodes // 2 + 1234
    figures["one_hop"] = medians(
        10 * options.runs,
        quanhe=[quanhe, "neighbours", NAME % ordinary, "--graph", database, "--format", "tsv"],
        sqlite3=["sqlite3", "-readonly", database, ONE_HOP % f"nguyen van {ordinary}"],
        nothing=[quanhe, "--version"], sqlite3_nothing=["sqlite3", ":memory:", "SELECT 1"])
    far = [quanhe, "neighbours", NAME % 0, "--graph", database, "--hops", "3", "--format", "tsv"]
    figures["three_hops"] = medians(options.runs, all_rows=far, twenty_rows=[*far, "--limit", "20"])
    figures["three_hops"]["rows"] = run(*far)[2].count("\n") - 1
    figures["three_hops"]["sqlite3_count_of_nodes"] = medians(1, sqlite3=["sqlite3", "-readonly", database, THREE_HOPS % "nguyen van 0"])["sqlite3"]
    networks = [json.loads(run(bench / "measure_network", database)[2]) for _ in range(options.runs)]
    figures["network"] = {key: statistics.median(one[key] for one in networks) for key in networks[0]}
    figures["network"]["bytes_an_edge_at_the_peak"] = round(
        1024 * figures["network"]["peak_kilobytes"] / figures["network"]["edges"], 1)
    figures["yardsticks"] = yardsticks(database, options.quick)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
