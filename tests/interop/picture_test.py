"""Graphviz reads the DOT; the SVG is well-formed, nothing in it overlaps; the PNG is of a sane size."""

import re
import struct
import xml.etree.ElementTree

import exported

exported.need_program("xmllint", "libxml2-utils")
exported.need_program("dot", "graphviz")
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"

path = exported.folder(made_nodes=60)
nodes, _ = exported.counts(path)
files = {form: exported.export(path, form) for form in ("dot", "svg", "png", "pdf")}
canonical = exported.run("dot", "-Tcanon", files["dot"]).decode("utf-8")
exported.expect(len(re.findall(r"\bclass=entity\b", canonical)) == nodes, "nodes of the DOT")
exported.run("xmllint", "--noout", "--nonet", files["svg"])
root = xml.etree.ElementTree.parse(files["svg"]).getroot()
exported.expect(root.get("role") == "img", "the root has no role")
named = {element.get("id") for element in root if element.tag in (SVG + "title", SVG + "desc")}
exported.expect(named == set(root.get("aria-labelledby").split()), "the root has no title and description")
links = {a.get(LINK) for a in root.iter(SVG + "a") if a.get(LINK)}
exported.expect(all(link.startswith(("http://", "https://")) for link in links), f"links: {links}")
exported.expect(not list(root.iter(SVG + "script")) and not list(root.iter(SVG + "image")), "a script or an image")


def box_of(group):
    """Left, top, right, bottom of the outline of a node."""
    for shape in group.iter():
        if shape.tag == SVG + "ellipse":
            x, y, rx, ry = (float(shape.get(name)) for name in ("cx", "cy", "rx", "ry"))
            return x - rx, y - ry, x + rx, y + ry
        if shape.tag in (SVG + "polygon", SVG + "path"):
            numbers = [float(n) for n in re.findall(r"-?[0-9.]+", shape.get("points") or shape.get("d"))]
            return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
    return None


def overlap(a, b):
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5


def group_class(group):
    return (group.get("class") or "").split()


drawn = [g for g in root.iter(SVG + "g") if "node" in group_class(g)]
boxes = [(g, box_of(g)) for g in drawn]
entities = [g for g in drawn if "entity" in group_class(g)]
exported.expect(len(entities) == nodes, f"{len(entities)} of {nodes} nodes drawn")
exported.expect(len({g.get("id") for g in drawn}) == len(drawn), "two nodes have one id")
exported.expect(any("legend" in group_class(g) for g in drawn), "no legend")
for i, (first, a) in enumerate(boxes):
    for second, b in boxes[:i]:
        exported.expect(not overlap(a, b), f"{first.get('id')} and {second.get('id')} overlap")
    for text in first.iter(SVG + "text"):
        x, y = float(text.get("x")), float(text.get("y"))
        exported.expect(a[0] < x < a[2] and a[1] < y < a[3], f"the label of {first.get('id')} stands outside")
for title in root.iter(SVG + "title"):
    exported.expect(not re.fullmatch(r"[a-z]+/[a-z0-9-]+(->.*)?", title.text or ""), f"raw id as tooltip: {title.text}")

with open(files["png"], "rb") as file:
    head = file.read(24)
exported.expect(head[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG")
width, height = struct.unpack(">II", head[16:24])
exported.expect(width > 300 and height > 200 and width * height <= 14_300_000, f"{width} x {height} pixels")
exported.expect(files["pdf"].read_bytes().startswith(b"%PDF-"), "not a PDF")
print(f"{nodes} nodes in {width} x {height} pixels")
