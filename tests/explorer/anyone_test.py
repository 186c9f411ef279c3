"""The page is for anyone: two languages, keys alone, tables, light and dark, a phone, no WebGL; axe finds nothing."""

import json
import re

import explored
import exported
from explored import expect

AXE = (exported.need_client("javascript", "axe") / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = {"light": {}, "dark": {"colours": "dark"}, "phone": {"size": (390, 844), "has_touch": True},
         "vietnamese": {"locale": "vi-VN"}}


def violations(reader):
    reader.page.evaluate(AXE)
    found = reader.page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(each["id"], each["help"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]]


def check(reader, what):
    reader.page.wait_for_timeout(500)
    reader.picture(what)
    found = violations(reader)
    expect(not found, f"axe, {what}: {json.dumps(found, ensure_ascii=False)}")


def looks(opened, where):
    """axe finds no violation in light, dark, phone and Vietnamese, at first, in a card, in evidence, tables and help"""
    for name, how in VIEWS.items():
        with explored.reading(opened, where, **how) as reader:
            check(reader, name)
            reader.see(reader.search("bui thanh").get_by_role("option"), "a name")
            check(reader, f"{name}-search")
            reader.page.keyboard.press("Enter")
            details = reader.details()
            reader.see(details.get_by_role("heading", name="Bùi Thanh Sơn", exact=True), "the card")
            check(reader, f"{name}-card")
            details.locator("li.branch").last.get_by_role("button", expanded=False).click()
            details.get_by_role("button", name=re.compile("^(Why|Vì sao):")).first.click()
            reader.see(details.locator(".quotation"), "a quotation")
            check(reader, f"{name}-evidence")
            reader.page.get_by_role("tab").nth(2).click()
            check(reader, f"{name}-edges")
            if name == "phone":
                width = reader.page.evaluate("document.documentElement.scrollWidth")
                expect(width <= 390, f"the page is {width} wide on a phone of 390")
            else:
                reader.page.locator("#picture, h1").first.evaluate("() => document.activeElement.blur()")
                reader.page.keyboard.press("?")
                reader.see(reader.page.get_by_role("dialog"), "help")
                check(reader, f"{name}-help")


def languages(opened, where):
    """the language changes all words and keeps the view"""
    with explored.reading(opened, where, locale="vi-VN") as reader:
        expect(reader.page.locator("html").get_attribute("lang") == "vi", "the page does not say that it is Vietnamese")
        reader.see(reader.page.get_by_role("tab", name="Hình"), "Vietnamese")
        reader.search("campuchia")
        reader.see(reader.page.get_by_role("option", name=re.compile("Quốc gia")), "a type in Vietnamese")
        reader.page.keyboard.press("Enter")
        reader.see(reader.details().get_by_role("heading", name="Campuchia", exact=True), "the card")
        reader.page.get_by_role("combobox", name="Ngôn ngữ").select_option("en")
        reader.see(reader.page.get_by_role("tab", name="Picture"), "English")
        reader.see(reader.details().get_by_role("heading", name="Campuchia", exact=True), "the card after the change")
        reader.see(reader.details().get_by_text("Country", exact=True), "the type in English")
        expect(reader.page.locator("html").get_attribute("lang") == "en", "the page does not say that it is English")


def colours(opened, where):
    """the switch overrules the system, and is remembered"""
    with explored.reading(opened, where, colours="light") as reader:
        paper = lambda: reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
        light = paper()
        reader.page.get_by_role("combobox", name="Colours").select_option("dark")
        dark = paper()
        expect(dark != light, "dark is light")
        reader.page.reload()
        reader.see(reader.page.get_by_role("tablist"), "the page")
        expect(paper() == dark, "the choice is forgotten")


def keys_alone(opened, where):
    """from the address bar to the words behind an edge, without a pointer"""
    with explored.reading(opened, where) as reader:
        keyboard = reader.page.keyboard
        focused = lambda: reader.page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
        keyboard.press("Tab")
        expect(focused() == "Skip to the graph", f"first is {focused()!r}")
        keyboard.press("Enter")
        expect(focused() == "Picture", f"the skip leads to {focused()!r}")
        keyboard.press("ArrowRight")
        keyboard.press("ArrowRight")
        expect(focused() == "Edges", f"arrows lead to {focused()!r}")
        reader.see(reader.page.get_by_role("table", name="Edges that are shown"), "the table of edges")
        for _ in range(40):
            keyboard.press("Tab")
            if focused().startswith("Why: "):
                break
        expect(focused().startswith("Why: "), "no edge can be asked by keys")
        keyboard.press("Enter")
        reader.see(reader.details().locator(".quotation"), "the evidence")
        keyboard.press("Escape")
        keyboard.press("?")
        dialog = reader.see(reader.page.get_by_role("dialog"), "help")
        dialog.get_by_role("checkbox", name="Keys of one letter").focus()
        keyboard.press("Space")
        keyboard.press("Escape")
        keyboard.press("2")
        reader.page.wait_for_timeout(300)
        expect(reader.page.get_by_role("tab", name="Edges").get_attribute("aria-selected") == "true",
               "a key of one letter works though it was turned off")


def tables(opened, where):
    """the tables hold what the picture shows, and sort"""
    with explored.reading(opened, where) as reader:
        nodes, edges = reader.counts()
        reader.tab("Nodes")
        rows = reader.page.get_by_role("table", name="Nodes that are shown").locator("tbody tr")
        expect(rows.count() == nodes, f"{rows.count()} rows for {nodes} nodes")
        reader.page.get_by_role("columnheader", name="Name").get_by_role("button").click()
        names = rows.locator("td:first-child .name").all_inner_texts()
        ordered = reader.page.evaluate("names => [...names].sort(new Intl.Collator('en').compare)", names)
        expect(names == ordered, f"not sorted by name: {names[:5]}")
        header = reader.page.get_by_role("columnheader", name="Name")
        expect(header.get_attribute("aria-sort") == "ascending", "the order is not told")
        reader.tab("Edges")
        rows = reader.page.get_by_role("table", name="Edges that are shown").locator("tbody tr")
        expect(rows.count() == edges, f"{rows.count()} rows for {edges} edges")
        rows.first.get_by_role("button", name=re.compile("^Why")).click()
        reader.see(reader.details().locator(".quotation"), "the evidence from the table")


def without_webgl(where):
    """where WebGL is missing, that is said and the tables work"""
    with explored.browser("--disable-gpu", "--disable-3d-apis") as opened:
        with explored.reading(opened, where) as reader:
            nodes, _ = reader.counts()
            rows = reader.page.get_by_role("table", name="Nodes that are shown").locator("tbody tr")
            reader.see(rows, "the table")
            expect(rows.count() == nodes, "the table does not hold all")
            reader.tab("Picture")
            reader.see(reader.page.get_by_text(re.compile("This browser has no WebGL")), "why there is no picture")
            reader.search("campuchia")
            reader.see(reader.page.get_by_role("option"), "a name")
            reader.page.keyboard.press("Enter")
            reader.see(reader.details().get_by_role("heading", name="Campuchia", exact=True), "the card")
            reader.picture("without-webgl")


path = exported.folder(made_nodes=60)
with explored.address(path) as where:
    with explored.browser() as opened:
        for ability in (languages, colours, keys_alone, tables, looks):
            ability(opened, where)
            print(f"{ability.__name__}: {ability.__doc__}")
    without_webgl(where)
    print(f"without_webgl: {without_webgl.__doc__}")
