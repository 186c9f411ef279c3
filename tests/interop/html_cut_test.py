"""A graph that is too large for a page: its best-connected part, which says what it is a part of."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import exported
import page_file

MOST_NODES, MOST_EDGES = 20000, 60000


def made(folder, nodes, edges):
    """The page's file of a made graph, what was said while it was written, and the database."""
    graph = folder / "graph.db"
    graph.unlink(missing_ok=True)
    exported.run(sys.argv[1], graph, nodes, edges, 0, "apart")
    command = [os.environ["QUANHE"], "export", "--graph", graph, "--format", "html", "--evidence", "none"]
    done = subprocess.run([*command, "-o", folder / "graph.html"], capture_output=True, timeout=300)
    exported.expect(done.returncode == 0, done.stderr.decode())
    again = subprocess.run(command, capture_output=True, timeout=300)
    exported.expect(again.stdout == (folder / "graph.html").read_bytes(), "other bytes the second time")
    return page_file.read(folder / "graph.html"), done.stderr.decode(), exported.database(folder)


def all_edges(store):
    """(from, relation, to) and how often each is stated."""
    return {row[:3]: row[3] for row in map(tuple, store.execute(
        "SELECT a.id, k.name, b.id, statement_count FROM edges JOIN nodes a ON a.node = from_node "
        "JOIN nodes b ON b.node = to_node JOIN relation_types k USING (relation) WHERE statement_count > 0"))}


def check(folder, nodes, edges):
    (about, shown_nodes, shown_edges, evidence), warning, store = made(folder, nodes, edges)
    everything = all_edges(store)
    (all_nodes,) = store.execute("SELECT count(*) FROM nodes").fetchone()
    counts = (len(shown_nodes), all_nodes, len(shown_edges), len(everything))
    exported.expect(warning == "quanhe: warning: the page holds the best-connected %d of %d nodes and %d of %d edges\n"
                    % counts, warning)
    exported.expect((about["shown_nodes"], about["nodes"], about["shown_edges"], about["edges"]) == counts, str(about))
    exported.expect(len(shown_nodes) == min(all_nodes, MOST_NODES) and not evidence, str(counts))

    kept = {node["id"] for node in shown_nodes}
    top = json.loads(exported.run(os.environ["QUANHE"], "top", "--graph", folder / "graph.db", "--limit", str(all_nodes),
                                  "--status", "all", "--format", "json").decode())["top"]
    least = min(entry["pagerank"] for entry in top if entry["node"]["id"] in kept)
    out = [entry["node"]["id"] for entry in top if entry["pagerank"] > least and entry["node"]["id"] not in kept]
    exported.expect(not out, f"of a higher rank than what is there: {out[:3]}")
    degrees = {entry["node"]["id"]: entry["degree"] for entry in top}
    exported.expect_equal({node["id"]: node["degree"] for node in shown_nodes}, {key: degrees[key] for key in kept}, "degrees")

    told = {(edge["from"], edge["relation"], edge["to"]): edge["statements"] for edge in shown_edges}
    among = {key: count for key, count in everything.items() if key[0] in kept and key[2] in kept}
    exported.expect(len(told) == min(len(among), MOST_EDGES), f"{len(told)} of {len(among)}")
    exported.expect_equal(told, {key: among.get(key) for key in told}, "edges")
    missing = [count for key, count in among.items() if key not in told]
    exported.expect(not missing or max(missing) <= min(told.values()), "an edge is missing that is stated more often")
    return counts


with tempfile.TemporaryDirectory(prefix="quanhe-interop-") as name:
    by_nodes = check(pathlib.Path(name), 23000, 30000)
    by_edges = check(pathlib.Path(name), 12000, 61000)
exported.expect(by_nodes[0] < by_nodes[1] and by_edges[2] < by_edges[3], f"nothing was cut: {by_nodes} {by_edges}")
print(by_nodes, by_edges)
