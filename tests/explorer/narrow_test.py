"""Filters, the timeline and choices of single nodes narrow the picture and the tables alike."""

import re

import explored
from explored import expect


def group(reader, name):
    return reader.page.get_by_role("group", name=name, exact=True)


def rows(reader, tab, table):
    reader.tab(tab)
    count = reader.page.get_by_role("table", name=table).locator("tbody tr").count()
    reader.tab("Picture")
    return count


def by_type(reader, path):
    """a type that is not wanted goes, with its edges, and comes back"""
    before = reader.counts()
    box = group(reader, "Types").get_by_role("checkbox", name=re.compile("^Person"))
    people = int(group(reader, "Types").get_by_role("listitem").filter(has_text="Person").locator(".count").inner_text())
    box.uncheck()
    nodes, edges = reader.counts()
    expect(nodes <= before[0] - people and edges < before[1], f"{before} became {(nodes, edges)}")
    expect(rows(reader, "Nodes", "Nodes that are shown") == nodes, "the table has other nodes than the picture")
    expect(rows(reader, "Edges", "Edges that are shown") == edges, "the table has other edges than the picture")
    reader.button("Show all again").click()
    expect(reader.counts() == before, "not all is shown again")


def by_relation(reader, path):
    """one relation alone, with the count that its filter says"""
    filters = group(reader, "Relations")
    row = filters.get_by_role("listitem").filter(has_text="holds office in")
    told = int(row.locator(".count").inner_text())
    row.hover()
    row.get_by_role("button", name="Only holds office in").click()
    expect(reader.counts()[1] == told, f"{reader.counts()[1]} edges instead of {told}")
    filters.get_by_role("button", name="Relations: all").click()


def by_status(reader, path):
    """requested and denied are hidden at first, every status can be"""
    filters = group(reader, "Status")
    expect(not filters.get_by_role("checkbox", name="denied").is_checked(), "denied is shown at first")
    expect(not filters.get_by_role("checkbox", name="requested").is_checked(), "requested is shown at first")
    filters.get_by_role("button", name="Status: none").click()
    expect(reader.counts()[1] == 0, "edges without a status are shown")
    filters.get_by_role("checkbox", name="happened").check()
    expect(reader.counts()[1] > 0, "what happened is not shown")


def by_confidence_and_sources(reader, path):
    """only what is sure enough, only what several sources say"""
    before = reader.counts()[1]
    slider = reader.page.get_by_role("slider", name="Least confidence")
    slider.fill("950")
    sure = reader.counts()[1]
    expect(0 < sure < before, f"{sure} of {before} edges are surer than 0.95")
    slider.fill("0")
    sources = reader.page.get_by_role("slider", name="Least independent sources")
    sources.fill("2")
    twice = reader.counts()[1]
    expect(0 < twice < before, f"{twice} of {before} edges have two sources")


def by_time(reader, path):
    """a period is chosen by steps of a key, by a brush over the bars, by sliders"""
    timeline = reader.page.get_by_role("region", name="Timeline")
    bars = timeline.locator(".bar title").all_text_contents()
    empty = [bar for bar in bars if bar.endswith(" 0 edges")]
    expect(bars[0] == "1967: 1 edges" and len(empty) > 40, f"a state since 1967 does not count once: {bars}")
    timeline.get_by_role("checkbox").uncheck()
    dated = reader.counts()[1]
    reader.page.locator("#picture").focus()
    reader.page.keyboard.press("]")
    first = timeline.locator(".period").inner_text()
    expect(first != "All times" and reader.counts()[1] <= dated, f"] chose {first}")
    reader.page.keyboard.press("]")
    second = timeline.locator(".period").inner_text()
    expect(second > first, f"after {first} comes {second}")
    reader.page.keyboard.press("[")
    expect(timeline.locator(".period").inner_text() == first, "[ does not go back")
    timeline.get_by_role("button", name="All times").click()
    expect(reader.counts()[1] == dated, "not all times are shown")
    box = timeline.locator(".chart").bounding_box()
    reader.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] / 2)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2, steps=4)
    reader.page.mouse.up()
    brushed = timeline.locator(".period").inner_text()
    expect(" to " in brushed, f"the brush chose {brushed}")
    timeline.get_by_role("slider", name="To").press("ArrowLeft")
    shorter = timeline.locator(".period").inner_text()
    expect(shorter.split(" to ")[-1] < brushed.split(" to ")[-1], f"{brushed} became {shorter}")


def single_nodes(reader, path):
    """a node can be hidden, be the focus, be pinned"""
    before = reader.counts()
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.button("Focus").click()
    focused = reader.counts()
    expect(1 < focused[0] < before[0], f"the focus shows {focused}")
    reader.button("End focus").click()
    expect(reader.counts() == before, "the focus does not end")
    reader.button("Pin").click()
    reader.page.keyboard.press("Escape")
    group(reader, "Types").get_by_role("button", name="Types: none").click()
    expect(reader.counts()[0] == 1, f"of all types none, but the pinned node: {reader.counts()}")
    reader.button("Show all again").click()
    reader.open_node("bui thanh son", "Bùi Thanh Sơn")
    reader.page.keyboard.press("h")
    expect(reader.counts()[0] == before[0] - 1, "the hidden node is shown")
    reader.see(reader.page.get_by_text("1 hidden by hand"), "how many are hidden")
    reader.button("Show hidden nodes").click()
    expect(reader.counts()[0] == before[0], "the hidden node does not come back")


explored.run([by_type, by_relation, by_status, by_confidence_and_sources, by_time, single_nodes])
