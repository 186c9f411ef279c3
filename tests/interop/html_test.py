"""The page in one file: every node, edge, figure and quotation is what graph.db and the questions say, and nothing gets out
of its element."""

import json
import os
import sys

import exported
import stored
from page_file import elements, read

SEEDS = sys.argv[1] == "seeds"
STATUSES = ["denied", "requested", "planned", "reported", "happened"]


def question(*words):
    done = exported.run(os.environ["QUANHE"], *words, "--graph", path / "graph.db", "--format", "json")
    return json.loads(done.decode("utf-8"))


def nodes_wanted(store):
    degrees = {}
    for row in store.execute("SELECT a.id, b.id FROM edges JOIN nodes a ON a.node = from_node "
                             "JOIN nodes b ON b.node = to_node WHERE statement_count > 0 AND judgement < 2"):
        for end in row:
            degrees[end] = degrees.get(end, 0) + 1
    return {key: {"type": node["type"], "name": node["name"], "documents": node["documents"],
                  "aliases": node["aliases"], "degree": degrees.get(key, 0)}
            for key, node in stored.nodes(store).items()}


def edges_wanted(store):
    """By (from, relation, to), read with SQL alone."""
    wanted = {}
    for row in store.execute("""
            SELECT edge, a.id AS from_id, k.name AS relation, b.id AS to_id, s.name AS status, e.confidence, source_count,
                   e.judgement, k.is_state
            FROM edges e JOIN nodes a ON a.node = from_node JOIN nodes b ON b.node = to_node
                 JOIN relation_types k USING (relation) JOIN statuses s USING (status)
            WHERE statement_count > 0 AND e.judgement < 2"""):
        said = [(document, stored.attributes_of(date, others)) for document, date, others in store.execute(
            "SELECT document, date, attributes FROM evidence WHERE edge = ? AND NOT is_withdrawn", (row["edge"],))]
        values = {value for _, attributes in said for name, value in attributes.items()
                  if name not in ("date", "since", "until")}
        wanted[row["from_id"], row["relation"], row["to_id"]] = {
            "status": row["status"], "statements": len(said), "documents": len({document for document, _ in said}),
            "sources": row["source_count"], "confidence": row["confidence"],
            "dates": sorted({attributes["date"] for _, attributes in said if attributes.get("date")}),
            "values": sorted(values, key=lambda value: value.encode()) if row["is_state"] else [],
            "judgement": [None, "confirmed"][row["judgement"]]}
    return wanted


def check_graph(file, store):
    about, nodes, edges, _ = read(file)
    told = {node["id"]: {key: value for key, value in node.items() if key not in ("id", "x", "y")} for node in nodes}
    for node in told.values():
        node["aliases"] = sorted(node["aliases"])
    exported.expect_equal(told, nodes_wanted(store), "nodes")
    exported.expect(len({(node["x"], node["y"]) for node in nodes}) > 0.99 * len(nodes), "nodes in one place")
    wanted = edges_wanted(store)
    told = {}
    for edge in edges:
        kept = {key: value for key, value in edge.items() if key not in ("from", "relation", "to", "first", "last")}
        told[edge["from"], edge["relation"], edge["to"]] = kept
    exported.expect_equal(told, wanted, "edges")
    (documents,) = store.execute("SELECT count(*) FROM documents").fetchone()
    counts = {key: about[key] for key in ("form", "documents", "nodes", "edges", "shown_nodes", "shown_edges")}
    exported.expect_equal(counts, {"form": "file", "documents": documents, "nodes": len(nodes), "edges": len(edges),
                                   "shown_nodes": len(nodes), "shown_edges": len(edges)}, "about")
    language = store.execute("SELECT language FROM pack").fetchone()[0]
    for kind, list_name in (("type", "types"), ("relation", "relations")):
        for entry in about[list_name]:
            label, english = stored.labels(store, kind, entry["name"], language)
            exported.expect((entry["label"], entry["label_en"]) == (label, english or ""), str(entry))
    return nodes, edges


def check_periods(about, edges):
    """Of states, what the card of a node says; it has only those that lead from the node."""
    leading = {relation["name"] for relation in about["relations"] if relation["state"] and not relation["symmetric"]}
    states = [edge for edge in edges if edge["first"] is not None and edge["relation"] in leading]
    exported.expect(states, "no state")
    for edge in states[:: max(1, len(states) // 20)]:
        card = question("show", edge["from"], "--status", "all")
        for state in card["states"]:
            if state["relation"] == edge["relation"] and state["node"]["id"] == edge["to"]:
                first, last = stored.partial(state["first"])[0], stored.partial(state["last"])[1]
                exported.expect((edge["first"], edge["last"]) == (str(first), str(last)), f"{edge} {state}")
                exported.expect(edge["values"] == state["values"], f"{edge} {state}")
                break
        else:
            exported.expect(False, f"no such state on the card: {edge}")


def check_evidence(edges, evidence, most):
    """Line by line what `why` says of the edge."""
    exported.expect(len(edges) == len(evidence), f"{len(evidence)} lines for {len(edges)} edges")
    numbers = range(0, len(edges), 1 if SEEDS else max(1, len(edges) // 100))
    for number in numbers:
        edge, line = edges[number], evidence[number]
        answer = question("why", edge["from"], edge["to"], "--relation", edge["relation"], "--status", "all")
        (wanted,) = [e for e in answer["edges"] if e["from"]["id"] == edge["from"]]
        exported.expect(line["evidence"] == wanted["evidence"][:most], f"evidence of {edge}:\n{line}\n{wanted}")
        exported.expect(line["total"] == len(wanted["evidence"]), f"total of {edge}")
        exported.expect(line.get("judgement") == wanted.get("judgement"), f"judgement of {edge}")
        for key in ("status", "statements", "documents", "sources", "confidence", "dates"):
            exported.expect(edge[key] == wanted[key], f"{key} of {edge}: {wanted[key]}")


def check_elements(file, empty):
    """Whatever the names are, a browser finds the elements of a page without any."""
    page, other = elements(file.read_text(encoding="utf-8")), elements(empty.read_text(encoding="utf-8"))
    exported.expect(page.tags == other.tags, f"{page.tags} instead of {other.tags}")
    exported.expect("connect-src 'none'" in page.policy, page.policy)
    exported.expect("<" not in page.texts["quanhe-graph"], "an element could end at a '<'")


def judge(path, edge):
    """A person confirms an edge."""
    exported.run(os.environ["QUANHE"], "confirm", edge["from"], edge["relation"], edge["to"], "--because", "biên bản </script>",
                 "--by", "Lan", "--graph", path / "graph.db")


path = exported.folder(made_nodes=2000)
file = exported.export(path, "html", "--evidence", "full")
if SEEDS:
    judge(path, read(file)[2][3])
    file = exported.export(path, "html", "--evidence", "full")
    exported.expect([edge["judgement"] for edge in read(file)[2]].count("confirmed") == 1, "the judgement is missing")
nodes, edges = check_graph(file, exported.database(path))
exported.expect({edge["status"] for edge in edges} >= (set() if SEEDS else set(STATUSES)), "a status is missing")
check_periods(read(file)[0], edges)
check_evidence(edges, read(file)[3], most=None)
short = exported.export(path, "html", name="short.html")
check_evidence(edges, read(short)[3], most=20)
none = exported.export(path, "html", "--evidence", "none", name="none.html")
exported.expect(read(none)[:3] == read(short)[:3] and read(none)[3] == [], "without evidence")
check_elements(file, exported.export(path, "html", "--relation", read(file)[0]["relations"][0]["name"], "--top", "1",
                                     name="empty.html"))
print(f"{len(nodes)} nodes and {len(edges)} edges, {file.stat().st_size} bytes")
