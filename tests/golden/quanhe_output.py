"""What the golden tests read of the program's output, as lines that a person can review."""

import json
import os
import pathlib
import sqlite3
import subprocess

QUANHE = os.environ["QUANHE"]
SOURCE = pathlib.Path(os.environ["QUANHE_SOURCE_DIR"])


def run(*arguments, text=None):
    finished = subprocess.run([QUANHE, *map(str, arguments)], input=text, capture_output=True, text=True)
    if finished.returncode != 0:
        raise SystemExit(f"quanhe {' '.join(map(str, arguments))} exited with {finished.returncode}:\n{finished.stderr}")
    return finished.stdout


def extract(*arguments, text=None):
    """The facts of each document, parsed."""
    return [json.loads(line) for line in run("extract", *arguments, text=text).splitlines()]


def fact_lines(documents):
    """One line a statement: document, edge, status, attributes, rule. Sorted, since offsets are not shown."""
    lines = []
    for document in documents:
        names = {node["id"]: f"{node['name']} [{node['type']}]" for node in document["nodes"]}
        date = f"{document.get('date', 'no date')} {document.get('date_basis', '')}".strip()
        lines.append(f"{document['id']} | {date}")
        for name in names.values():
            lines.append(f"{document['id']} | {name}")
        for edge in document["edges"]:
            attributes = "; ".join(f"{key}: {value}" for key, value in sorted(edge.get("attributes", {}).items()))
            ends = f"{names[edge['from']]} | {edge['relation']} | {names[edge['to']]}"
            lines.append(f"{document['id']} | {ends} | {edge['status']} | {attributes} | {edge['evidence']['rule']}")
    return sorted(lines)


def graph_lines(database):
    """One line a node and an edge of the merged graph."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    lines = []
    for node in connection.execute("SELECT type, name, document_count FROM nodes"):
        lines.append("node | " + " | ".join(map(str, node)))
    edges = connection.execute(
        """SELECT a.name, k.name, b.name, s.name, e.confidence, e.source_count,
                  e.statement_count
           FROM edges e
           JOIN nodes a ON a.node = e.from_node
           JOIN nodes b ON b.node = e.to_node
           JOIN statuses s ON s.status = e.status
           JOIN relation_types k ON k.relation = e.relation
           WHERE e.statement_count > 0"""
    )
    for edge in edges:
        lines.append("edge | " + " | ".join(map(str, edge)))
    connection.close()
    return sorted(lines)
