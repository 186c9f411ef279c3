"""A node says what it is, an edge the words that say so."""

import json
import os
import re

import explored
import exported
from explored import expect

NAME = "Bùi Thanh Sơn"


def ask(path, *question):
    done = exported.run(os.environ["QUANHE"], *question, "--graph", path / "graph.db", "--format", "json")
    return json.loads(done)


def card(reader, path):
    """a card has the type, offices with periods, and relations with counts, as `show` has them"""
    reader.open_node("bui thanh son", NAME)
    told = ask(path, "show", NAME, "--status", "all")
    details = reader.details()
    expect(details.get_by_text("Person", exact=True).count() == 1, "the type is not shown")
    for state in told["states"]:
        row = details.get_by_role("listitem").filter(has_text=state["node"]["name"])
        reader.see(row, f"the state {state['label']}")
        for value in state["values"]:
            expect(row.filter(has_text=value).count() > 0, f"{value} is missing")
    rows = details.get_by_role("region", name="Relations").locator("li.branch")
    expect(rows.count() == len(told["relations"]), f"{rows.count()} relations instead of {len(told['relations'])}")
    for row, relation in zip(rows.all(), told["relations"]):
        words = row.get_by_role("button", expanded=False).get_attribute("aria-label")
        expect(f"{relation['nodes']} node" in words and f"said {relation['statements']} time" in words,
               f"{words!r} is not {relation}")


def statement_with_reference(path):
    """An edge of NAME to Campuchia that has a quotation in which a reference was understood."""
    for edge in ask(path, "why", NAME, "Campuchia", "--status", "all")["edges"]:
        for quotation in edge["evidence"]:
            for part in quotation["parts"]:
                if part.get("antecedents"):
                    return edge, quotation, part
    expect(False, "the seeds have no reference between these two any more")


def evidence(reader, path):
    """an edge shows every quotation, with the words that matter marked as `why` tells them"""
    edge, _, reference = statement_with_reference(path)
    reader.open_node("bui thanh son", NAME)
    details = reader.details()
    label = next(each for each in ask(path, "show", NAME, "--status", "all")["relations"] if each["relation"] == edge["relation"])
    place = ask(path, "show", NAME, "--status", "all")["relations"].index(label)
    branch = details.locator("li.branch").nth(place)
    branch.get_by_role("button", expanded=False).click()
    branch.get_by_role("listitem").filter(has_text="Campuchia").get_by_role("button", name=re.compile("^Why")).click()
    reader.see(details.get_by_text(re.compile(r"^\d+ articles?, \d+ independent sources?$")), "articles and sources")
    articles = f"{edge['documents']} article"
    expect(details.get_by_text(re.compile(f"^{articles}")).count() == 1, f"not {articles}")
    quotations = details.locator(".quotation")
    reader.see(quotations, "a quotation")
    expect(quotations.count() == len(edge["evidence"]), f"{quotations.count()} quotations")
    reader.picture("evidence")
    for shown, told in zip(quotations.all(), edge["evidence"]):
        check_quotation(shown, told)
    said = reference["words"]
    meant = " + ".join(each["words"] for each in reference["antecedents"])
    reader.see(details.get_by_text(f"“{said}” stands for “{meant}”"), f"what {said} stands for")


def check_quotation(shown, told):
    quote = shown.locator("blockquote").first
    text = quote.evaluate("""quote => {
      const copy = quote.cloneNode(true);
      copy.querySelectorAll(".unseen").forEach(each => each.remove());
      return copy.textContent;
    }""")
    expect(text == told["sentence"]["text"], f"{text!r} instead of {told['sentence']['text']!r}")
    for part in told["parts"]:
        if "words" not in part or part["start"] < told["sentence"]["start"] or part["end"] > told["sentence"]["end"]:
            continue
        role = part["role"] if part["role"] in ("trigger", "from", "to") else "attribute"
        marked = quote.locator(f"mark.mark-{role}").evaluate_all(
            "marks => marks.map(mark => mark.firstChild.textContent).join('')")
        expect(part["words"] in marked or marked in part["words"], f"{role}: {marked!r} instead of {part['words']!r}")
    expect(shown.get_by_text(told["rule"], exact=True).count() == 1, f"the rule {told['rule']} is missing")
    expect(shown.get_by_text(told["document"]["id"]).count() > 0, "the document is missing")


def marks_differ(reader, path):
    """kinds of marks are told apart by their lines, not only by colour"""
    reader.open_node("bui thanh son", NAME)
    details = reader.details()
    details.locator("li.branch").last.get_by_role("button", expanded=False).click()
    details.get_by_role("button", name=re.compile("^Why")).first.click()
    reader.see(details.locator(".quotation"), "a quotation, after which the legend is not drawn again")
    legend = details.locator(".legend mark")
    lines = legend.evaluate_all("""marks => marks.map(mark => {
      const style = getComputedStyle(mark);
      return [style.borderTopStyle, style.borderBottomStyle, style.borderBottomWidth, style.boxShadow === "none",
              style.textDecorationStyle, style.textDecorationLine].join(" ");
    })""")
    expect(len(set(lines)) == len(lines) == 5, f"marks look alike: {lines}")


def by_picture(reader, path):
    """a click on a node in the picture opens its card, one on an edge its evidence"""
    nodes, _ = reader.places()
    x, y = nodes[NAME]
    reader.page.mouse.click(x, y)
    reader.see(reader.details().get_by_role("heading", name=NAME, level=2, exact=True), "the card by a click")
    reader.page.keyboard.press("Escape")
    reader.open_node("trung khanh", "Trùng Khánh")
    reader.page.keyboard.press("Escape")
    nodes, edges = reader.places()
    for title, (x, y) in edges.items():
        if "Trùng Khánh" in title and all(abs(x - a) + abs(y - b) > 25 for a, b in nodes.values()):
            reader.page.mouse.click(x, y)
            reader.see(reader.details().get_by_text(re.compile("independent source")), f"the evidence of {title} by a click")
            return
    expect(False, "no edge in the picture stands free enough to be clicked")


explored.run([card, evidence, marks_differ, by_picture])
