"""Reads a page's file as a browser does: its elements, and the graph that is in them."""

import base64
import gzip
import html.parser
import json

import exported


class Elements(html.parser.HTMLParser):
    """The elements as a browser finds them, and the text of those that have an id."""

    def __init__(self):
        super().__init__()
        self.tags, self.texts, self.id, self.policy = [], {}, None, ""

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append(tag)
        self.id = attributes.get("id")
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]

    def handle_endtag(self, tag):
        self.id = None

    def handle_data(self, data):
        if self.id:
            self.texts[self.id] = self.texts.get(self.id, "") + data


def elements(text):
    parser = Elements()
    parser.feed(text)
    parser.close()
    return parser


def rows(columns):
    """From columns to an object for each node or edge."""
    lengths = {name: len(values) for name, values in columns.items()}
    exported.expect(len(set(lengths.values())) == 1, f"columns of different lengths: {lengths}")
    return [dict(zip(columns, values)) for values in zip(*columns.values())]


def read(file):
    """About, nodes, edges, evidence of a file; the ends of edges, types and relations by name."""
    page = elements(file.read_text(encoding="utf-8"))
    data = json.loads(page.texts["quanhe-graph"])
    exported.expect(data["format"] == 1, str(data["format"]))
    about, nodes, edges = data["about"], rows(data["nodes"]), rows(data["edges"])
    for node in nodes:
        node["type"] = about["types"][node["type"]]["name"]
    for edge in edges:
        edge["relation"] = about["relations"][edge["relation"]]["name"]
        edge["from"], edge["to"] = nodes[edge["from"]]["id"], nodes[edge["to"]]["id"]
    packed = page.texts.get("quanhe-evidence", "")
    lines = gzip.decompress(base64.b64decode(packed, validate=True)).decode("utf-8") if packed else ""
    return about, nodes, edges, [json.loads(line) for line in lines.splitlines()]
