"""Asserts that the functions which src/cli/questions.ld names stand side by side in the program.

Once code has changed much, many names are no longer there: run scripts/update-order then.
"""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["QUANHE"]
LEAST = 2 / 3  # of the names: a compiler of another version splits and inlines other functions


def ordered_range():
    sections = subprocess.run(["readelf", "--sections", "--wide", PROGRAM], check=True, capture_output=True, text=True).stdout
    found = re.search(r" \.text\.questions +PROGBITS +([0-9a-f]+) [0-9a-f]+ ([0-9a-f]+)", sections)
    assert found, "the program was linked without src/cli/questions.ld"
    address, size = (int(number, 16) for number in found.groups())
    return range(address, address + size)


def main():
    named = set(re.findall(r"^    \*\(\.text\.(_Z\S+)\)$", (ROOT / "src/cli/questions.ld").read_text(), re.MULTILINE))
    symbols = subprocess.run(["nm", "--defined-only", PROGRAM], check=True, capture_output=True, text=True).stdout
    side_by_side = ordered_range()
    placed = {}  # a compiler gives one name to several pieces that it splits off
    for address, _, name in map(str.split, symbols.splitlines()):
        placed[name] = placed.get(name, False) or int(address, 16) in side_by_side
    there = named & placed.keys()
    assert len(there) >= LEAST * len(named), f"{len(named - there)} of {len(named)} names are gone: run scripts/update-order"
    elsewhere = sorted(name for name in there if not placed[name])
    assert not elsewhere, f"{len(elsewhere)} functions stand elsewhere, {elsewhere[0]} first"
    print(f"{len(there)} of {len(named)} functions stand side by side")


if __name__ == "__main__":
    main()
