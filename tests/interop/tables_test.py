"""pandas without options, and Python's csv, read the tables: every node, every occurrence, every column, and no field
that a spreadsheet would take for a formula."""

import csv
import json

import exported

exported.use_python_clients("pandas")

import pandas

import stored

path = exported.folder(made_nodes=2000)
store = exported.database(path)
nodes, edges = stored.nodes(store), stored.edges(store)


def plain(field):
    """The text that a field stands for: an apostrophe in front only keeps spreadsheets from reading a formula."""
    return field[1:] if field.startswith("'") else field


def in_table(text):
    """Without control characters other than tabs and line breaks."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")


def check_node(row):
    wanted = nodes[plain(row["id"])]
    exported.expect(plain(row["name"]) == in_table(wanted["name"]), f"{row['name']!r} instead of {wanted['name']!r}")
    exported.expect(plain(row["type"]) == wanted["type"] and plain(row["type_label"]) == wanted["type_label"]
                    and row["type_label_en"] == (wanted["type_label_en"] or ""), str(row))
    exported.expect(sorted(json.loads(row["aliases"] or "[]")) == wanted["aliases"], str(row))
    place = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
    exported.expect(place == wanted["place"], f"{place} instead of {wanted['place']}")
    exported.expect(int(row["document_count"]) == wanted["documents"] and float(row["rank"]) > 0, str(row))


def check_occurrences(rows):
    told = {}
    for row in rows:
        key = row["relation"], row["from_id"], row["to_id"]
        edge = edges[key]
        exported.expect([row["relation_label"], row["relation_label_en"], row["status"], float(row["confidence"]),
                         int(row["count"]), int(row["sources"]), row["symmetric"].lower(), row["is_state"].lower()] ==
                        [edge["label"], edge["label_en"] or "", edge["status"], edge["confidence"], edge["count"],
                         edge["sources"], str(edge["symmetric"]).lower(), str(edge["state"]).lower()], str(row))
        exported.expect(plain(row["from_name"]) == in_table(nodes[key[1]]["name"]), str(row))
        told.setdefault(key, []).append({
            "document": plain(row["document"]), "quote": plain(row["quote"]), "start": int(row["start"]),
            "end": int(row["end"]), "rule": row["rule"], "status": row["statement_status"],
            "confidence": float(row["statement_confidence"]), "occurrence": int(row["occurrence"]),
            **({"attributes": json.loads(row["attributes"])} if row["attributes"] else {})})
    wanted = {key: [{**e, "quote": in_table(e["quote"])} for e in stored.evidence(edge["occurrences"])]
              for key, edge in edges.items()}
    for found in (told, wanted):
        for evidence in found.values():
            evidence.sort(key=stored.evidence_key)
    exported.expect_equal(told, wanted, "occurrences")


for form, separator in (("csv", ","), ("tsv", "\t")):
    folder = exported.export(path, form, "--with", "rank")
    tables = {}
    for name in ("nodes", "occurrences"):
        file = folder / f"{name}.{form}"
        with open(file, encoding="utf-8", newline="") as opened:
            tables[name] = list(csv.DictReader(opened, delimiter=separator, strict=True))
        frame = pandas.read_csv(file) if form == "csv" else pandas.read_csv(file, sep=separator)
        exported.expect(list(frame.columns) == list(tables[name][0]) and len(frame) == len(tables[name]), name)
        # pandas takes an empty field for a missing value; texts, numbers and truths come out as such.
        for column in frame.columns:
            exported.expect([str(value) for value in frame[column].dropna()] == [
                str(frame[column].dtype.type(float(row[column]))) if frame[column].dtype.kind in "if" else
                row[column].capitalize() if frame[column].dtype.kind == "b" else row[column]
                for row, missing in zip(tables[name], frame[column].isna(), strict=True) if not missing], column)
        numbers = {column for column in frame.columns if frame[column].dtype.kind in "if"}
        for row in tables[name]:
            formulas = [c for c, field in row.items() if c not in numbers and field[:1] in tuple("=+-@\t\r")]
            exported.expect(not any(row[c] for c in formulas), f"a formula: {row}")
    exported.expect(len(tables["nodes"]) == len(nodes), f"{len(tables['nodes'])} rows")
    for row in tables["nodes"]:
        check_node(row)
    check_occurrences(tables["occurrences"])
print(f"{len(nodes)} nodes, {len(tables['occurrences'])} occurrences")
