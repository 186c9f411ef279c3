"""Asserts that no table of src/ hashes what others wrote without a secret: its keys would be chosen to collide.

Texts and hashes of texts are such keys; see src/base/keyed_hash.h.
"""

import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src"
UNKEYED = re.compile(r"\bunordered_(?:multi)?(?:map|set)<(?:const )?std::(?:basic_)?(?:string|u16string|u32string|uint64_t)"
                     r"|\bstd::hash<")


def faults_in(name, text):
    return [f"{name}:{number}: error: keys that others wrote need KeyedMap or KeyedSet: {line.strip()}"
            for number, line in enumerate(text.splitlines(), 1) if UNKEYED.search(line)]


def main():
    assert faults_in("a", "std::unordered_map<std::string_view, int> a;\n") and faults_in("a", "std::hash<int>()(1);\n")
    assert not faults_in("a", "KeyedMap<std::string, int> a;\nstd::unordered_map<NodeKey, std::string> b;\n")
    files = [path for path in sorted(SOURCE.rglob("*")) if path.suffix in (".h", ".cc")]
    faults = [fault for path in files if path.name != "keyed_hash.h"
              for fault in faults_in(path.relative_to(SOURCE), path.read_text(encoding="utf-8"))]
    print("\n".join(faults))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
