"""Neighbours come and go by relation; two nodes have a shortest path."""

import json
import os
import re

import explored
import exported
from explored import expect


def neighbours(reader, path):
    """neighbours are taken off the picture and added to it by relation, with counts before"""
    before = reader.counts()[0]
    reader.open_node("campuchia", "Campuchia")
    details = reader.details()
    row = details.locator("li.branch").filter(has_text="is part of")
    told = re.search(r"(\d+) of (\d+) on the picture", row.inner_text())
    expect(told and told[1] == told[2] and int(told[1]) > 1, f"{row.inner_text()!r}")
    row.get_by_role("button", name=re.compile("^Take those")).click()
    expect(reader.counts()[0] == before - int(told[1]), f"{before} nodes became {reader.counts()[0]} without {told[1]}")
    expect(f"0 of {told[2]} on the picture" in row.inner_text(), f"{row.inner_text()!r}")
    row.get_by_role("button", name=re.compile(f"^Add {told[2]} more")).click()
    reader.wait_counts(lambda nodes, _: nodes == before, "not all neighbours came back")


def only_and_expand(reader, path):
    """from one node alone, a key brings everything that is next to it"""
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.button("Only this").click()
    expect(reader.counts() == (1, 0), f"{reader.counts()}")
    reader.page.keyboard.press("e")
    answer = json.loads(exported.run(os.environ["QUANHE"], "show", "Bùi Thanh Sơn", "--status", "all", "--graph",
                                     path / "graph.db", "--format", "json"))
    least = max(relation["nodes"] for relation in answer["relations"])
    reader.wait_counts(lambda nodes, edges: nodes > least and edges >= len(answer["relations"]) - 1, "neighbours did not come")


def edges_among(reader, path):
    """what is between two nodes that came one after the other is there, though neither brought the other"""
    told = json.loads(exported.run(os.environ["QUANHE"], "facts", "--graph", path / "graph.db", "--limit", "1000",
                                   "--format", "json"))
    ends = [{fact["from"]["name"], fact["to"]["name"]} for fact in told["facts"]]
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.button("Only this").click()
    expect(reader.counts() == (1, 0), f"{reader.counts()}")
    for relation, least in (("met", 2), ("is from", 3)):
        branch = reader.details().locator("li.branch").filter(has_text=relation)
        branch.get_by_role("button", name=re.compile("^Add")).click()
        reader.wait_counts(lambda nodes, _, least=least: nodes >= least, f"nobody came by {relation}")
    reader.tab("Nodes")
    rows = reader.page.get_by_role("table", name="Nodes that are shown").locator("tbody tr")
    shown = set(rows.locator("td:first-child .name").all_inner_texts())
    among = sum(pair <= shown for pair in ends)
    own = sum(pair <= shown and "Bùi Thanh Sơn" in pair for pair in ends)
    expect(among > own, f"nothing is between those around him: {sorted(shown)}")
    reader.wait_counts(lambda _, edges: edges == among, f"not the {among} edges among {sorted(shown)}")


def list_of_neighbours(reader, path):
    """the list of a relation leads from node to node without the picture"""
    reader.open_node("prak sokhonn", "Prak Sokhonn")
    details = reader.details()
    row = details.locator("li.branch").filter(has_text="is from")
    row.get_by_role("button", expanded=False).click()
    reader.see(row.get_by_role("button", name="Campuchia", exact=True), "the neighbour").click()
    reader.see(details.get_by_role("heading", name="Campuchia", level=2, exact=True), "the card of the neighbour")


def shortest_path(reader, path):
    """the shortest path between two chosen nodes is as long as `path` says"""
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.button("Path from here").click()
    reader.see(reader.page.get_by_text(re.compile("choose another node")), "what to do next")
    reader.open_node("to lam", "Tô Lâm")
    reader.button("Path to here").click()
    told = json.loads(exported.run(os.environ["QUANHE"], "path", "Bùi Thanh Sơn", "Tô Lâm", "--graph", path / "graph.db",
                                   "--format", "json"))
    steps = told["paths"][0]["length"]
    panel = reader.page.get_by_role("region", name="Shortest path")
    found = reader.see(panel.get_by_text(re.compile(r"^\d+ steps?$")), "the path").inner_text()
    expect(found.split()[0] == str(steps), f"{found} instead of {steps}")
    expect(panel.locator("ol > li").count() == int(found.split()[0]) + 1, "a step is missing")
    panel.get_by_role("button", name=re.compile("^Why")).first.click()
    reader.see(reader.details().get_by_text(re.compile("independent source")), "the evidence of a step")
    reader.button("Clear path").click()
    expect(panel.is_hidden(), "the path stays")


def no_path(reader, path):
    """where there is no path, that is said"""
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.button("Path from here").click()
    reader.open_node("covid", "COVID-19")
    reader.button("Path to here").click()
    reader.see(reader.page.get_by_text(re.compile("^No path leads from Bùi Thanh Sơn to COVID-19")), "that there is none")


explored.run([neighbours, only_and_expand, edges_among, list_of_neighbours, shortest_path, no_path])
