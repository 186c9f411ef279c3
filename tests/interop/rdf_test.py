"""jsonld.js, pyoxigraph and rdflib read the same triples from the JSON-LD and from the N-Quads, and these say what the
store says of every node and relation."""

import io
import json

import exported

exported.use_python_clients("pyoxigraph and rdflib")

import pyoxigraph
import rdflib

import stored

path = exported.folder(made_nodes=300)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)
json_ld = exported.export(path, "jsonld", "--with", "rank,positions")
n_quads = exported.export(path, "nquads", "--with", "rank,positions")
text = json_ld.read_text(encoding="utf-8")
exported.expect("<" not in text, "a page could end at a '<'")
exported.expect(list(json.loads(text)) == ["@context", "@graph"], "the context does not come first")
exported.expect(all(list(o)[:2] == ["@id", "@type"] for o in json.loads(text)["@graph"]), "ids and types come first")

# There is no blank node, so sorted lines of canonical form are the canonical N-Quads.
lines = n_quads.read_text(encoding="utf-8").split("\n")[:-1]
canonical = sorted(lines, key=lambda line: [ord(c) for c in line])
exported.expect(len(set(lines)) == len(lines) and not any("_:" in line.split(" ")[0] for line in lines), "triples twice")


def same(quads, reader):
    got = sorted(quads, key=lambda line: [ord(c) for c in line])
    for a, b in zip(got, canonical):
        exported.expect(a == b, f"{reader}: {a!r} instead of {b!r}")
    exported.expect(len(got) == len(canonical), f"{reader}: {len(got)} triples instead of {len(canonical)}")


def pyoxigraph_lines(file, form):
    quads = pyoxigraph.parse(path=str(file), format=form)
    loaded = pyoxigraph.Dataset(pyoxigraph.Quad(q.subject, q.predicate, q.object) for q in quads)
    return [f"{quad} ." for quad in loaded]


# Both write characters in their own way, so what they read is compared as they would write it.
oxigraph = set(pyoxigraph_lines(n_quads, pyoxigraph.RdfFormat.N_QUADS))
exported.expect(set(pyoxigraph_lines(json_ld, pyoxigraph.RdfFormat.JSON_LD)) == oxigraph, "pyoxigraph: they differ")
exported.expect(len(oxigraph) == len(lines), f"pyoxigraph: {len(oxigraph)} triples instead of {len(lines)}")

# rdflib would write numbers in its own way.
rdflib.NORMALIZE_LITERALS = False
from_lines, from_json = rdflib.Graph(), rdflib.Graph()
from_lines.parse(data=n_quads.read_bytes(), format="nt")
from_json.parse(io.BytesIO(json_ld.read_bytes()), format="json-ld")
exported.expect(len(from_lines) == len(lines), f"rdflib: {len(from_lines)} triples instead of {len(lines)}")
exported.expect(set(from_lines) == set(from_json), f"rdflib: {list(set(from_lines) ^ set(from_json))[:3]}")

QH = rdflib.Namespace("https://example.org/quanhe/vocab#")
RDF, RDFS, SKOS = rdflib.RDF, rdflib.RDFS, rdflib.SKOS
base = "https://example.org/quanhe/id/"
SCHEMA = rdflib.Namespace("http://schema.org/")


def place_of(node):
    geo = from_lines.value(node, SCHEMA.geo)
    return geo and tuple(float(from_lines.value(geo, name)) for name in (SCHEMA.latitude, SCHEMA.longitude))


told = {str(s).removeprefix(base): {"name": str(from_lines.value(s, RDFS.label)),
                                    "documents": int(from_lines.value(s, QH.documentCount)),
                                    "aliases": sorted(str(a) for a in from_lines.objects(s, SKOS.altLabel)),
                                    "place": place_of(s)}
        for s in from_lines.subjects(RDF.type, QH.Entity)}
exported.expect_equal(told, {key: {name: node[name] for name in ("name", "documents", "aliases", "place")}
                             for key, node in nodes.items()}, "nodes")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
told = {}
for claim in from_lines.subjects(RDF.type, QH.Relation):
    start, predicate, end = (from_lines.value(claim, name) for name in (RDF.subject, RDF.predicate, RDF.object))
    exported.expect((start, predicate, end) in from_lines, f"no plain triple for {claim}")
    quotes = []
    for evidence in from_lines.objects(claim, QH.evidence):
        found = {}
        for selector in from_lines.objects(evidence, OA.hasSelector):
            for name in (OA.exact, OA.start, OA.end):
                if (value := from_lines.value(selector, name)) is not None:
                    found[name] = str(value)
        quotes.append((found[OA.exact], int(found[OA.start]), int(found[OA.end])))
    key = str(predicate).rpartition("#")[2], str(start).removeprefix(base), str(end).removeprefix(base)
    told[key] = {"status": str(from_lines.value(claim, QH.status)),
                 "confidence": float(from_lines.value(claim, QH.confidence)),
                 "count": int(from_lines.value(claim, QH["count"])),
                 "sources": int(from_lines.value(claim, QH.sourceCount)), "quotes": sorted(quotes)}
exported.expect_equal(told, {key: {**{name: edge[name] for name in ("status", "confidence", "count", "sources")},
                                   "quotes": sorted((o["quote"], o["start"], o["end"]) for o in edge["occurrences"])}
                             for key, edge in edges.items()}, "relations")

clients = exported.need_client("javascript", "jsonld.js (the others agree)")
quads = exported.run_client("node", exported.HERE / "clients" / "jsonld_reads.mjs", clients / "node_modules", json_ld)
same(quads.split("\n")[:-1], "jsonld.js")
print(f"{len(nodes)} nodes, {len(edges)} relations, {len(lines)} triples")
