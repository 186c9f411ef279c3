"""Walks through docs/tutorial.md: the pack that `quanhe rules new` writes runs, the pack that the page's
blocks make is the one that ships, and that one reads the page's text as expected."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import page_pack

ROOT = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
QUANHE = os.environ.get("QUANHE", "quanhe")
SHIPPED = ROOT / "rules" / "football-transfers"

EDGES = {
    "Ada Holm -joined-> Northport United happened",
    "Ada Holm -left-> Riverside FC happened",
    "Mia Brandt -joined-> Northport United happened",
    "Lena Frost -joined-> Northport United happened",
    "Sara Lind -loaned_to-> Eastham Rovers happened",
    "Sara Lind -left-> Riverside FC happened",
    "Petra Nyberg -extended_with-> Eastham Rovers happened",
    "Eastham Rovers -interested_in-> Kim Dahl happened",
    "Ruth Vale -joined-> Northport United planned",
    "Riverside FC -rejected_bid_of-> Northport United happened",
}


def quanhe(folder, *arguments, code=0):
    done = subprocess.run([QUANHE, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False)
    if code is not None and done.returncode != code:
        raise SystemExit(f"quanhe {' '.join(map(str, arguments))}: exit code {done.returncode}, expected {code}\n"
                         f"{done.stdout}{done.stderr}")
    return done.stdout


def shown_edges(line):
    facts = json.loads(line)
    names = {node["id"]: node["name"] for node in facts["nodes"]}
    return {f"{names[edge['from']]} -{edge['relation']}-> {names[edge['to']]} {edge['status']}"
            for edge in facts["edges"] if edge["status"] not in ("denied", "requested")}


def try_new_pack(folder):
    quanhe(folder, "rules", "new", "transfers")
    quanhe(folder, "rules", "check", "transfers", "--strict")
    quanhe(folder, "rules", "test", "transfers")
    quanhe(folder, "explain", "transfers/first.txt", "--rules", "transfers")
    found = shown_edges(quanhe(folder, "extract", "transfers/first.txt", "--rules", "transfers"))
    assert len(found) == 3, found
    quanhe(folder, "rules", "new", "transfers", code=4)


def compare_with_shipped():
    files = page_pack.files_of(ROOT / "docs" / "tutorial.md")
    for name, body in files.items():
        shipped = (SHIPPED / name).read_text(encoding="utf-8")
        if name.endswith(".yaml"):
            shipped = shipped.split("\n", 1)[1]  # the line that names the schema
        assert shipped == body, f"{name}: the page and rules/football-transfers differ"
    present = {str(path.relative_to(SHIPPED)) for path in SHIPPED.rglob("*") if path.is_file()}
    assert present == set(files), present ^ set(files)


def try_shipped_pack(folder):
    quanhe(folder, "rules", "check", SHIPPED, "--strict")
    quanhe(folder, "rules", "test", SHIPPED)
    found = shown_edges(quanhe(folder, "extract", SHIPPED / "news.txt", "--rules", SHIPPED))
    assert found == EDGES, f"missing {EDGES - found}, unexpected {found - EDGES}"
    quanhe(folder, "why-not", "joined", "Striker Ada Holm moved over to Northport.", "--rules", SHIPPED, code=None)


def main():
    compare_with_shipped()
    with tempfile.TemporaryDirectory() as folder:
        try_new_pack(folder)
        try_shipped_pack(folder)
    print(f"{len(EDGES)} edges as expected")
    return 0


if __name__ == "__main__":
    sys.exit(main())
