"""The view stands in the address; pictures and citations can be taken along."""

import re
import struct
import xml.etree.ElementTree

import explored
import exported
from explored import expect


def group(reader, name):
    return reader.page.get_by_role("group", name=name, exact=True)


def in_the_address(opened, where):
    """a view that was narrowed, pinned and opened looks the same from its address"""
    with explored.reading(opened, where) as reader:
        reader.open_node("campuchia", "Campuchia")
        reader.button("Pin").click()
        reader.details().locator("li.branch").filter(has_text="is part of").get_by_role("button", name=re.compile("^Take")).click()
        group(reader, "Types").get_by_role("checkbox", name=re.compile("^Topic")).uncheck()
        group(reader, "Status").get_by_role("checkbox", name="requested").check()
        reader.page.get_by_role("slider", name="Least confidence").fill("500")
        reader.page.locator("#picture").focus()
        reader.page.keyboard.press("+")
        reader.page.wait_for_timeout(1000)
        kept, counts = reader.page.url, reader.counts()
        token = reader.page.evaluate("sessionStorage.getItem('quanhe-token')")
        expect("token" not in kept, "the token stays in the address")
        camera = re.search("camera=[^&]*", kept)[0]
    with explored.reading(opened, kept + (f"&token={token}" if token else "")) as reader:
        reader.see(reader.details().get_by_role("heading", name="Campuchia", level=2, exact=True), "the card that was open")
        expect(reader.counts() == counts, f"{counts} became {reader.counts()}")
        expect(reader.button("Unpin").count() == 1, "what was pinned is not")
        expect(group(reader, "Status").get_by_role("checkbox", name="requested").is_checked(), "the status is not kept")
        reader.page.wait_for_timeout(1000)
        expect(re.search("camera=[^&]*", reader.page.url)[0] == camera, "the picture is elsewhere")
        reader.page.evaluate("location.hash = location.hash.replace(/node=[^&]*&?/, '')")
        reader.see(reader.page.get_by_text("Choose a node or an edge"), "the view of an address given to the open page")


def pictures(opened, where):
    """PNG and SVG hold what is on the screen"""
    with explored.reading(opened, where) as reader:
        reader.page.wait_for_timeout(1000)
        png = reader.save("Picture as PNG")
        box = reader.page.locator("#picture").bounding_box()
        size = struct.unpack(">II", png[16:24])
        expect(png.startswith(b"\x89PNG") and abs(size[0] - box["width"]) < 2, f"{png[:8]} of {size}")
        expect(len(png) > 8000, f"a picture of {len(png)} bytes has nothing in it")
        root = xml.etree.ElementTree.fromstring(reader.save("Picture as SVG"))
        titles = [title.text for title in root.iter("{http://www.w3.org/2000/svg}title")]
        nodes, edges = reader.counts()
        expect("Campuchia" in titles, "Campuchia is not in the SVG")
        expect(len(titles) == 1 + nodes + edges, f"{len(titles)} titles for {nodes} nodes and {edges} edges")
        labels_apart(reader, root)


def labels_apart(reader, root):
    labels = [(float(text.get("x")), float(text.get("y")), text.text) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    expect(len(labels) > 10, f"{len(labels)} labels")
    widths = reader.page.evaluate("""names => {
      const context = document.createElement("canvas").getContext("2d");
      context.font = `500 13px ${getComputedStyle(document.body).fontFamily}`;
      return names.map(name => context.measureText(name).width);
    }""", [name for _, _, name in labels])
    for (x, y, name), width in zip(labels, widths):
        for other_x, other_y, other in labels:
            covers = other != name and abs(y - other_y) < 12 and x <= other_x < x + width
            expect(not covers, f"the label {name} covers {other}")


def citation(opened, where):
    """a citation is copied, or stands in a field where the browser refuses"""
    for permissions in ([], ["clipboard-read", "clipboard-write"]):
        with explored.reading(opened, where, permissions=permissions) as reader:
            if not permissions:
                reader.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
            reader.open_node("bui thanh son", "Bùi Thanh Sơn")
            details = reader.details()
            details.locator("li.branch").last.get_by_role("button", expanded=False).click()
            details.get_by_role("button", name=re.compile("^Why")).first.click()
            reader.see(details.locator(".quotation"), "a quotation")
            details.get_by_role("button", name="Copy citation").first.click()
            sentence = details.locator(".quotation blockquote mark").first.evaluate("mark => mark.firstChild.textContent")
            if not permissions:
                field = reader.see(details.get_by_role("textbox"), "the field to copy from")
                text = field.input_value()
                chosen = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
                expect(chosen == text, "the citation is not chosen")
            else:
                reader.see(reader.page.get_by_text("Copied."), "that it was copied")
                text = reader.page.evaluate("navigator.clipboard.readText()")
            expect(sentence in text and "Bùi Thanh Sơn" in text and "“" in text, f"the citation is {text!r}")


path = exported.folder(made_nodes=60)
with explored.address(path) as where, explored.browser() as opened:
    for ability in (in_the_address, pictures, citation):
        ability(opened, where)
        print(f"{ability.__name__}: {ability.__doc__}")
