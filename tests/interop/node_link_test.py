"""NetworkX and D3 read the node-link JSON: every node, every relation, every field."""

import json

import exported

exported.use_python_clients("NetworkX")

import networkx

import stored

path = exported.folder(made_nodes=2000)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
file = exported.export(path, "node-link", "--with", "rank,positions", "--evidence", "full")
text = file.read_text(encoding="utf-8")
exported.expect("<" not in text, "a page could end at a '<'")
data = json.loads(text)
graph = networkx.node_link_graph(data, edges="links")
exported.expect(graph.is_directed() and graph.is_multigraph(), "not a directed multigraph")
exported.expect(set(graph.graph) == {"program", "pack"}, str(graph.graph))
exported.expect_equal(
    {key: {"name": d["label"], "type": d["node_type"], "type_label": d["node_type_label"],
           "type_label_en": d.get("node_type_label_en"), "aliases": sorted(d.get("aliases", [])),
           "documents": d["document_count"], "place": stored.place(d)} for key, d in graph.nodes(data=True)}, nodes, "nodes")


def without_parts(evidence):
    return {key: value for key, value in evidence.items() if key != "parts"}


told = {}
for start, end, d in graph.edges(data=True):
    exported.expect(all(e["parts"] for e in d["evidence"]), "evidence without parts")
    told[d["relation"], start, end] = {
        "label": d["relation_label"], "label_en": d.get("relation_label_en"), "status": d["status"],
        "sources": d["sources"], "confidence": d["confidence"], "count": d["count"], "symmetric": d["symmetric"],
        "state": d["is_state"], "evidence": sorted(stored.evidence_key(without_parts(e)) for e in d["evidence"])}
wanted = {}
for key, edge in edges.items():
    wanted[key] = {name: edge[name] for name in
                   ("label", "label_en", "status", "sources", "confidence", "count", "symmetric", "state")}
    wanted[key]["evidence"] = sorted(map(stored.evidence_key, stored.evidence(edge["occurrences"])))
exported.expect_equal(told, wanted, "links")

clients = exported.need_client("javascript", "D3 (NetworkX has read it)")
took = exported.run_client("node", exported.HERE / "clients" / "d3_reads.mjs", clients / "node_modules", file)
exported.expect(took == {"nodes": len(nodes), "links": len(edges)}, f"D3: {took}")
print(f"{len(nodes)} nodes and {len(edges)} links")
