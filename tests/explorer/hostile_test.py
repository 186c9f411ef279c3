"""Names that are code, break lines, run from right to left or never end: nothing runs and nothing breaks the page."""

import re

import explored
import exported
from explored import expect

SCRIPT = "</script><script>alert(1)</script>"
LONG = "x" * 10000


def everything(reader):
    reader.search("script alert")
    reader.see(reader.page.get_by_role("option").filter(has_text=SCRIPT), "the name that is a script")
    reader.page.keyboard.press("Enter")
    details = reader.details()
    reader.see(details.get_by_role("heading", name=SCRIPT, level=2), "its card")
    expect(details.get_by_text(f"{SCRIPT} alias").count() > 0, "its alias is missing")
    reader.picture("hostile-card")
    for button in details.locator("button.branch-name").all()[:3]:
        button.click()
    details.get_by_role("button", name=re.compile("^Why")).first.click()
    reader.see(details.locator(".quotation"), "a quotation")
    reader.picture("hostile-evidence")
    links = details.locator("a").evaluate_all("links => links.map(link => [link.protocol, link.rel])")
    expect(all(protocol in ("http:", "https:") and "noopener" in rel for protocol, rel in links), f"links: {links}")


def by_alias(reader):
    reader.page.keyboard.press("Escape")
    found = reader.search("ten thuong 100001 alias")
    option = reader.see(found.get_by_role("option", name=re.compile("^Tên thường 100001")), "a node by its alias")
    expect("also: Tên thường 100001 alias" in option.inner_text().replace("\n", " "), f"{option.inner_text()!r}")
    reader.page.keyboard.press("Escape")


def tables(reader):
    reader.page.evaluate("document.activeElement.blur()")
    nodes, edges = reader.counts()
    for tab, count in (("Nodes", nodes), ("Edges", edges)):
        reader.tab(tab)
        rows = reader.page.locator("[role=tabpanel]:not([hidden]) tbody tr")
        expect(rows.count() == min(count, 100), f"{rows.count()} rows of {count}")
        reader.picture(f"hostile-{tab.lower()}")
    widest = reader.page.evaluate("document.documentElement.scrollWidth")
    expect(widest <= 1280, f"the page is {widest} wide")
    reader.tab("Picture")


def pictures(reader):
    reader.open_node("not html", "<not html>")
    nodes, _ = reader.places()
    expect("<not html>" in nodes, "the SVG has lost a name")
    expect(len(reader.save("Picture as PNG")) > 5000, "the PNG is empty")


path = exported.folder(made_nodes=260)
with explored.address(path) as where, explored.browser() as opened:
    with explored.reading(opened, where) as reader:
        for part in (everything, by_alias, tables, pictures):
            part(reader)
        expect(reader.page.locator("script:not(:empty)").count() <= 3, "there is a script too many")
    # A server is asked for a node that is not there, and says so.
    for hash_text in ("#node=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#edge=a%2Cb&steps=%2C%2C&camera=NaN,1,0&period=x",
                      "#" + "a" * 5000):
        token = where.partition("#token=")[2]
        with explored.reading(opened, where.partition("#")[0] + hash_text + (f"&token={token}" if token else ""),
                              forgiven="404") as reader:
            expect(reader.counts()[0] > 0, f"{hash_text[:30]} breaks the page")
print("hostile names and addresses run nothing and break nothing")
