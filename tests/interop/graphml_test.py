"""xmllint and NetworkX read the GraphML without a loss: every node, every relation, every column."""

import json

import exported

exported.need_program("xmllint", "libxml2-utils")
try:
    import networkx
except ImportError:
    exported.skip("networkx is missing, it is in the Debian package python3-networkx")

path = exported.folder(made_nodes=2000)
nodes, relations = exported.counts(path)
exported.run("xmllint", "--noout", "--nonet", path / "graph.graphml")
graph = networkx.read_graphml(path / "graph.graphml", force_multigraph=True)

exported.expect(nodes > 0 and graph.number_of_nodes() == nodes, f"{graph.number_of_nodes()} of {nodes} nodes")
exported.expect(graph.number_of_edges() == relations, f"{graph.number_of_edges()} of {relations} relations")

# The JSON-LD, which is written by other code, has the same names and the same relations.
things = [o for o in exported.objects(path) if "qh:Entity" in o.get("@type", [])]
claims = [o for o in exported.objects(path) if "qh:Relation" in o.get("@type", [])]


def in_xml(text):
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


names = sorted(in_xml(name) for thing in things for name in thing["label"].values())
exported.expect(sorted(data.get("label", "") for _, data in graph.nodes(data=True)) == names, "names differ")
exported.expect(len(claims) == relations, f"{len(claims)} relations in the JSON-LD")

for _, data in graph.nodes(data=True):
    exported.expect({"node_type", "node_type_label", "r", "g", "b", "document_count"} <= data.keys(), str(data))
    exported.expect(all(isinstance(alias, str) for alias in json.loads(data.get("aliases", "[]"))), str(data))
for start, end, data in graph.edges(data=True):
    exported.expect(data["weight"] > 0 and data["weight"] == data["count"], f"weight of {start} {end}")
    exported.expect(0 < data["confidence"] < 1 and data["sources"] > 0, f"confidence of {start} {end}")
    exported.expect(data["status"] in ("happened", "reported", "planned"), data["status"])
    exported.expect(isinstance(data["symmetric"], bool) and data["relation"] and data["edgelabel"], str(data))
    evidence = json.loads(data["evidence"])
    exported.expect(evidence and all(e["document"] and e["rule"] for e in evidence if "omitted" not in e), str(data))
print(f"{nodes} nodes and {relations} relations")
