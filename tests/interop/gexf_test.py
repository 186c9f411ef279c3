"""xmllint and NetworkX read the GEXF: every node, every relation, every column, and the spells."""

import re
import xml.etree.ElementTree

import exported

exported.need_program("xmllint", "libxml2-utils")
exported.use_python_clients("NetworkX")

import networkx

import stored

SPACES = {"1.3": "{http://gexf.net/1.3}", "1.2": "{http://www.gexf.net/1.2draft}"}

path = exported.folder(made_nodes=2000)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
clean = exported.in_xml


def spells_of(edge, space):
    return [[spell.get("start"), spell.get("end")] for spell in edge.iter(space + "spell")]


def told_of_edge(data):
    return {"label": data["relation_label"], "label_en": data.get("relation_label_en"), "status": data["status"],
            "sources": data["sources"], "confidence": data["confidence"], "count": data["count"],
            "symmetric": data["symmetric"], "state": data["is_state"]}


wanted = {(relation, start, end): {name: edge[name] for name in
          ("label", "label_en", "status", "sources", "confidence", "count", "symmetric", "state")}
          for (relation, start, end), edge in edges.items()}
texts = {}
for version, space in SPACES.items():
    file = exported.export(path, "gexf", "--with", "rank,positions", "--gexf-version", version, name=version + ".gexf")
    texts[version] = file.read_text(encoding="utf-8")
    schema = (exported.HERE / "clients" / "gexf.rng").read_text(encoding="utf-8")
    if version == "1.2":
        schema = schema.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace(">1.3<", ">1.2<")
    (path / "gexf.rng").write_text(schema, encoding="utf-8")
    done = exported.subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", path / "gexf.rng", file],
                                   capture_output=True)
    exported.expect(done.returncode == 0, done.stderr.decode()[:1000])
    root = xml.etree.ElementTree.parse(file).getroot()
    spells = {(e.get("kind"), e.get("source"), e.get("target")): spells_of(e, space) for e in root.iter(space + "edge")}
    exported.expect_equal(spells, {key: edge["spells"] for key, edge in edges.items()}, "spells")

    graph = networkx.read_gexf(file, version="1.2draft" if version == "1.2" else "1.3")
    exported.expect(graph.is_directed(), "not directed")
    exported.expect_equal(
        {key: (data["label"], data["node_type"], data["document_count"], stored.place(data)) for key, data in graph.nodes(data=True)},
        {key: (clean(node["name"]), clean(node["type"]), node["documents"], node["place"]) for key, node in nodes.items()}, "nodes")
    exported.expect_equal({(data["relation"], a, b): told_of_edge(data) for a, b, data in graph.edges(data=True)},
                          wanted, "NetworkX")
    read = {(data["relation"], a, b): [list(spell) for spell in data.get("spells", [])]
            for a, b, data in graph.edges(data=True)}
    # NetworkX writes out the None of an end that is not there.
    exported.expect_equal(read, {key: [[start, str(end)] for start, end in edge["spells"]]
                                 for key, edge in edges.items()}, "NetworkX's spells")

same = [re.sub(r"<gexf [^>]*>", "", text) for text in texts.values()]
exported.expect(same[0] == same[1], "the two versions differ in more than their names")
print(f"{len(nodes)} nodes, {len(edges)} relations, {sum(len(e['spells']) for e in edges.values())} spells")
