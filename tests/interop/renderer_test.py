"""quanhe-render by itself: it reads no file that a DOT names, takes no markup, keeps colours, and says what went wrong."""

import os
import pathlib
import re
import struct
import subprocess
import tempfile
import zlib

import exported

HOSTILE = """digraph {
  graph [layout=fdp, stylesheet="file:///etc/passwd", imagepath="/etc", tooltip="a &amp; <b> \\\\ c"];
  a [shape=box, image="/etc/passwd.png", shapefile="/etc/passwd", label=<<TABLE><TR><TD>
     <IMG SRC="/etc/passwd"/></TD></TR></TABLE>>];
  a -> b [label=<<b>x</b>>];
}"""

scratch = tempfile.TemporaryDirectory(prefix="quanhe-interop-")
folder = pathlib.Path(scratch.name)


def render(*arguments):
    done = subprocess.run([os.environ["QUANHE_RENDER"], *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stderr


def fails(code, words, *arguments):
    got, said = render(*arguments)
    exported.expect(got == code and words in said, f"{arguments}: exit code {got}, {said!r}")
    left = [path.name for path in folder.iterdir() if path.suffix != ".dot"]
    exported.expect(not left, f"{arguments} left {left}")


(folder / "hostile.dot").write_text(HOSTILE, encoding="utf-8")
(folder / "broken.dot").write_text("digraph { a -> ", encoding="utf-8")
(folder / "empty.dot").write_text("", encoding="utf-8")
fails(2, "usage")
fails(2, "usage", "gif", folder / "hostile.dot", folder / "out")
fails(4, "cannot read", "svg", folder / "missing.dot", folder / "out")
fails(4, "not a graph", "svg", folder / "broken.dot", folder / "out")
fails(4, "not a graph", "svg", folder / "empty.dot", folder / "out")
fails(4, "cannot write", "svg", folder / "hostile.dot", folder)

code, words = render("svg", folder / "hostile.dot", folder / "out.svg")
exported.expect(code == 0 and not words, f"exit code {code}: {words}")
picture = (folder / "out.svg").read_text(encoding="utf-8")
exported.expect("<image" not in picture and "passwd" not in picture, "a file is named in the picture")
exported.expect(">a &amp; &lt;b&gt; \\ c</title>" in picture, "the title")

(folder / "unlinked.dot").write_text("digraph { rankdir=LR; a; b; c; d; e; f; g; h; i -> j }", encoding="utf-8")
code, words = render("svg", folder / "unlinked.dot", folder / "unlinked.svg")
exported.expect(code == 0 and not words, f"exit code {code}: {words}")
picture = (folder / "unlinked.svg").read_text(encoding="utf-8")
rows = set(re.findall(r'<ellipse[^>]* cy="([^"]*)"', picture))
exported.expect(len(rows) == 3, f"eight nodes without edges and a pair stand in {len(rows)} rows")
exported.expect(picture.count('class="edge"') == 1, "what holds rows together is drawn")

SQUARE = 'digraph { bgcolor=white; a [shape=square, width=2, label="", style=filled, color="#123456", fillcolor="#123456"] }'


def rows_of(png):
    """The rows of pixels of a PNG without filters, three bytes a pixel."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    exported.expect((depth, colours) == (8, 2), f"{depth} bits, colours of type {colours}")
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at:at + 4])
        if png[at + 4:at + 8] == b"IDAT":
            packed += png[at + 8:at + 8 + length]
        at += length + 12
    pixels = zlib.decompress(packed)
    rows = [pixels[i:i + 1 + 3 * width] for i in range(0, len(pixels), 1 + 3 * width)]
    exported.expect(len(rows) == height and all(row[0] == 0 for row in rows), "rows or filters")
    return [row[1:] for row in rows]


(folder / "square.dot").write_text(SQUARE, encoding="utf-8")
code, words = render("png", folder / "square.dot", folder / "square.png")
exported.expect(code == 0 and not words, f"exit code {code}: {words}")
rows = rows_of((folder / "square.png").read_bytes())
middle = rows[len(rows) // 2]
exported.expect(rows[0][:3] == b"\xff\xff\xff", f"the corner is {rows[0][:3].hex()}")
exported.expect(middle[len(middle) // 6 * 3:][:3] == b"\x12\x34\x56", f"the middle is {middle[len(middle) // 6 * 3:][:3].hex()}")
