"""xmllint, NetworkX and igraph read the GraphML without a loss: every node, every relation, every column."""

import json
import re

import exported

exported.need_program("xmllint", "libxml2-utils")
exported.use_python_clients("NetworkX and igraph")

import igraph
import networkx

import stored

path = exported.folder(made_nodes=2000)
file = exported.export(path, "graphml", "--with", "rank,positions")
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
clean = exported.in_xml

# The schema knows no `label` of an edge, which Gephi takes for its kind.
strict = path / "strict.graphml"
text = file.read_text(encoding="utf-8")
strict.write_text(re.sub(r'(<edge id="[^"]*" source="[^"]*" target="[^"]*") label="[^"]*"', r"\1", text),
                  encoding="utf-8")
exported.run("xmllint", "--noout", "--nonet", file)
schema = exported.CLIENTS / "java" / "graphml.xsd"
if schema.exists():
    done = exported.subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, strict], capture_output=True)
    exported.expect(done.returncode == 0, done.stderr.decode()[:2000])


def token(node):
    """An id as the schema takes one."""
    return node.replace("/", ":")


def told(data):
    """What a reader's data of a node say, without what it makes of missing values."""
    known = {key: value for key, value in data.items() if value not in (None, "") and value == value}
    aliases = sorted(json.loads(known.get("aliases", "[]")))
    return {"name": known.get("label", ""), "type": known["node_type"], "type_label": known["node_type_label"],
            "type_label_en": known.get("node_type_label_en"), "id": known["entity_id"], "aliases": aliases,
            "documents": int(known["document_count"]), "place": stored.place(known)}


def told_of_edge(data):
    known = {key: value for key, value in data.items() if value not in (None, "") and value == value}
    exported.expect(known["edgelabel"] == known["relation_label"] and known["weight"] == known["count"], str(known))
    return {"label": known["relation_label"], "label_en": known.get("relation_label_en"), "status": known["status"],
            "sources": int(known["sources"]), "confidence": known["confidence"], "count": int(known["count"]),
            "symmetric": bool(known["symmetric"]), "state": bool(known["is_state"]),
            "evidence": sorted(map(stored.evidence_key, json.loads(known["evidence"])))}


wanted_nodes = {token(key): {**node, "name": clean(node["name"]), "type": clean(node["type"]), "id": key}
                for key, node in nodes.items()}
wanted_edges = {}
for (relation, start, end), edge in edges.items():
    key = relation, token(start), token(end)
    evidence = sorted(map(stored.evidence_key, stored.evidence(edge["occurrences"], longest=300)))
    exported.expect(len(evidence) <= 20, "the made graph has too many occurrences for this test")
    wanted_edges[key] = {name: edge[name] for name in
                         ("label", "label_en", "status", "sources", "confidence", "count", "symmetric", "state")}
    wanted_edges[key]["evidence"] = evidence

graph = networkx.read_graphml(file, force_multigraph=True)
exported.expect(graph.is_directed(), "not directed")
exported.expect_equal({key: told(data) for key, data in graph.nodes(data=True)}, wanted_nodes, "NetworkX")
exported.expect_equal({(data["relation"], a, b): told_of_edge(data) for a, b, data in graph.edges(data=True)},
                      wanted_edges, "NetworkX")
for _, data in graph.nodes(data=True):
    exported.expect(0 < data["rank"] < 1 and isinstance(data["x"], float) and isinstance(data["y"], float), str(data))
exported.expect(abs(sum(data["rank"] for _, data in graph.nodes(data=True)) - 1) < 1e-3, "ranks")

graph = igraph.Graph.Read_GraphML(str(file))
exported.expect(graph.is_directed(), "not directed")
names = graph.vs["id"]
exported.expect_equal({v["id"]: told(v.attributes()) for v in graph.vs}, wanted_nodes, "igraph")
exported.expect_equal({(e["relation"], names[e.source], names[e.target]): told_of_edge(e.attributes())
                       for e in graph.es}, wanted_edges, "igraph")
print(f"{len(nodes)} nodes and {len(edges)} relations")
