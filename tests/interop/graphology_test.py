"""graphology reads GraphML and GEXF: every node, every relation, every column."""

import exported
import stored

clients = exported.need_client("javascript", "graphology")
path = exported.folder(made_nodes=2000)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
clean = exported.in_xml

files = [exported.export(path, form, "--with", "rank,positions") for form in ("graphml", "gexf")]
read = exported.run_client("node", exported.HERE / "clients" / "graphology_reads.mjs",
                           clients / "node_modules", *files)

FIELDS = ("label_en", "status", "sources", "confidence", "count", "symmetric", "state")
for form, graph in read.items():
    exported.expect(graph["directed"] == "directed", f"{form}: not directed")

    def token(node):
        return node.replace("/", ":") if form == "graphml" else node

    told = {node["id"]: (node["data"].get("label", ""), node["data"]["node_type"], node["data"]["document_count"],
                         stored.place(node["data"]))
            for node in graph["nodes"]}
    exported.expect_equal(told, {token(key): (clean(node["name"]), clean(node["type"]), node["documents"], node["place"])
                                 for key, node in nodes.items()}, form)
    told = {(edge["data"]["relation"], edge["source"], edge["target"]):
            [edge["data"].get(name) for name in ("relation_label_en", "status", "sources", "confidence", "count",
                                                 "symmetric", "is_state")] for edge in graph["edges"]}
    exported.expect_equal(told, {(relation, token(start), token(end)): [edge[name] for name in FIELDS]
                                 for (relation, start, end), edge in edges.items()}, form)
print(f"{len(nodes)} nodes and {len(edges)} relations in {len(files)} files")
