"""quanhe-render by itself: it reads no file that a DOT names, takes no markup, and says what went wrong."""

import os
import pathlib
import subprocess
import tempfile

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
