"""A server's page never has more than its bound on the screen; who was pinned stays."""

import json
import re
import urllib.parse
import urllib.request

import explored
import exported
from explored import expect

MOST = 5000


def ask(where, what, **parameters):
    home, _, token = where.partition("#token=")
    request = urllib.request.Request(f"{home}api/{what}?{urllib.parse.urlencode(parameters)}",
                                     headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def joined(values):
    return ",".join(urllib.parse.quote(value, safe="") for value in values)


path = exported.folder(made_nodes=9000)
with explored.address(path, "served") as where, explored.browser() as opened:
    hubs = ask(where, "start", limit=10)["nodes"]
    steps = [joined(["add", hub["id"], relation, direction, "40"]) for hub in hubs
             for relation, direction in (("met", "both"), ("visited", "out"), ("holds_office", "out"))]
    pinned = hubs[0]["id"]
    hash_text = urllib.parse.urlencode({"steps": joined(steps), "pinned": joined([pinned]), "no-status": ""})
    with explored.reading(opened, f"{where}&{hash_text}") as reader:
        nodes, edges = reader.counts()
        expect(MOST * 0.8 < nodes + edges <= MOST, f"{nodes} nodes and {edges} edges are shown")
        reader.see(reader.page.get_by_text(re.compile("At most 5,?000 nodes and edges")), "that there is a bound")
        reader.tab("Nodes")
        reader.page.get_by_role("columnheader", name="Edges").get_by_role("button").click()
        reader.search("ten thuong 100001")
        reader.see(reader.page.get_by_role("option"), "a name")
        reader.page.keyboard.press("Enter")
        nodes, edges = reader.counts()
        expect(nodes + edges <= MOST, f"{nodes} nodes and {edges} edges are shown after one more")
print(f"{nodes} nodes and {edges} edges of a larger graph")
