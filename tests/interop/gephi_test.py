"""Gephi's own importers read the GraphML and both versions of the GEXF without a complaint: every node and relation,
every column, and in the dynamic graph the very spells."""

import datetime
import json

import exported
import stored

clients = exported.need_client("java", "Gephi Toolkit")
path = exported.folder(made_nodes=2000)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
clean = exported.in_xml

FILES = [exported.export(path, "graphml", "--with", "rank,positions"),
         exported.export(path, "gexf", "--with", "rank,positions"),
         exported.export(path, "gexf", "--with", "rank,positions", "--gexf-version", "1.2", name="old.gexf")]


def day(text):
    """Milliseconds since 1970, which Gephi counts in."""
    return datetime.datetime.fromisoformat(text + "T00:00:00+00:00").timestamp() * 1000


def token(node, file):
    return node.replace("/", ":") if file.suffix == ".graphml" else node


def told(node):
    """Of a node as Gephi has it."""
    data = node["data"]
    aliases = data.get("aliases", [])
    return {"name": node["label"] or "", "type": data["node_type"], "type_label": data["node_type_label"],
            "type_label_en": data.get("node_type_label_en"), "documents": data["document_count"], "place": stored.place(data),
            "aliases": sorted(clean(alias) for alias in
                              (json.loads(aliases) if isinstance(aliases, str) else aliases))}


def told_of_edge(edge):
    data = edge["data"]
    exported.expect(edge["kind"] == data["relation"] and edge["directed"] and edge["weight"] == data["count"], str(edge))
    exported.expect(edge["label"] == data["relation_label"], str(edge))
    return {"label": data["relation_label"], "label_en": data.get("relation_label_en"), "status": data["status"],
            "sources": data["sources"], "confidence": data["confidence"], "count": data["count"],
            "symmetric": data["symmetric"], "state": data["is_state"],
            "evidence": sorted(stored.evidence_key(e) for e in json.loads(data["evidence"]))}


def check(file, read):
    complaints = [issue for issue in read["issues"] if issue[0] != "INFO"]
    exported.expect(read["verified"] and not complaints, f"{file.name}: {complaints[:3]}")
    exported.expect_equal(
        {node["id"]: told(node) for node in read["nodes"]},
        {token(key, file): {**node, "name": clean(node["name"]), "aliases": sorted(map(clean, node["aliases"]))}
         for key, node in nodes.items()}, file.name)
    wanted = {}
    for (relation, start, end), edge in edges.items():
        wanted[relation, token(start, file), token(end, file)] = {
            **{name: edge[name] for name in
               ("label", "label_en", "status", "sources", "confidence", "count", "symmetric", "state")},
            "evidence": sorted(map(stored.evidence_key, stored.evidence(edge["occurrences"], longest=300)))}
    exported.expect_equal({(e["kind"], e["source"], e["target"]): told_of_edge(e) for e in read["edges"]}, wanted,
                          file.name)
    exported.expect(any(node["x"] or node["y"] for node in read["nodes"]), "no positions")
    exported.expect(len({node["red"] for node in read["nodes"]}) > 1, "no colours")
    if file.suffix == ".graphml":
        return
    exported.expect(read["dynamic"] and read["time"] == "DATE", f"{file.name}: no dynamic graph of days")
    exported.expect_equal(
        {(e["kind"], e["source"], e["target"]): e["spells"] for e in read["edges"]},
        {key: [[day(start), day(end) if end else None] for start, end in edge["spells"]]
         for key, edge in edges.items()}, file.name)


reads = exported.run_client("java", "-Djava.awt.headless=true", "-Duser.timezone=Asia/Ho_Chi_Minh", "-cp",
                            clients / "gephi-toolkit.jar", exported.HERE / "clients" / "GephiReads.java", *FILES)
for file, read in zip(FILES, reads, strict=True):
    check(file, read)
print(f"{len(nodes)} nodes and {len(edges)} relations in {len(FILES)} files")
