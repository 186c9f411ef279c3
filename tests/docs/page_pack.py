"""Packs of rules that are written out on a page: every fenced block whose first line is `# FILE`
belongs to that file, in the order of the page."""

import pathlib
import re

BLOCK = re.compile(r"^```(?:yaml|tsv|text)\n# ([\w./-]+\.(?:yaml|tsv|txt))\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def files_of(page):
    files = {}
    for name, body in BLOCK.findall(pathlib.Path(page).read_text(encoding="utf-8")):
        files[name] = files.get(name, "") + body
    return files


def write(files, folder):
    for name, body in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
