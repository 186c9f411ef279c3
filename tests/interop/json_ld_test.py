"""A JSON-LD processor that may not use the network expands the JSON-LD and finds everything in it."""

import json

import exported

try:
    from pyld import jsonld
except ImportError:
    exported.skip("pyld is missing, it is in the Debian package python3-pyld")


def refuse(url, options=None):
    raise RuntimeError(f"the document asks for {url}")


jsonld.set_document_loader(refuse)
path = exported.folder(made_nodes=300)
nodes, relations = exported.counts(path)
with open(path / "graph.jsonld", encoding="utf-8") as file:
    document = json.load(file)
exported.expect(list(document) == ["@context", "@graph"], "the context does not come first")

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
VOCABULARY = document["@context"]["qh"]
expanded = jsonld.expand(document)
things = [o for o in expanded if VOCABULARY + "Entity" in o.get("@type", [])]
claims = [o for o in expanded if VOCABULARY + "Relation" in o.get("@type", [])]
evidence = {o["@id"] for o in expanded if VOCABULARY + "Evidence" in o.get("@type", [])}
ids = [o["@id"] for o in expanded]
exported.expect(len(expanded) == len(document["@graph"]), "the processor dropped an object")
exported.expect(nodes > 0 and len(things) == nodes, f"{len(things)} of {nodes} nodes")
exported.expect(len(claims) == relations, f"{len(claims)} of {relations} relations")
exported.expect(len(ids) == len(set(ids)) and all(i.isascii() and " " not in i for i in ids), "ids")


def only(subject, name):
    (value,) = subject[name]
    return value["@id"]


plain = {(t["@id"], p, o["@id"]) for t in things for p, values in t.items()
         if isinstance(values, list) and not p.startswith("@") for o in values if "@id" in o}
for claim in claims:
    triple = tuple(only(claim, RDF + name) for name in ("subject", "predicate", "object"))
    exported.expect(triple in plain, f"{triple} has no plain triple")
    exported.expect({e["@id"] for e in claim[VOCABULARY + "evidence"]} <= evidence, f"evidence of {claim['@id']}")
exported.expect(len(plain) == relations, f"{len(plain)} plain triples")

# A term that the context does not have, or an IRI with a blank, vanishes on the way to triples.
quads = jsonld.to_rdf(document)["@default"]
subjects = {quad["subject"]["value"] for quad in quads}
exported.expect(set(ids) <= subjects, f"without a triple: {sorted(set(ids) - subjects)[:3]}")
exported.expect(not any(quad["subject"]["type"] == "blank node" for quad in quads), "a blank node")
print(f"{nodes} nodes, {relations} relations, {len(evidence)} pieces of evidence, {len(quads)} triples")
