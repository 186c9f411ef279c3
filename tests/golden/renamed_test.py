"""The seeds with other names, countries and dates give the same facts with those names.

Each file of renamed/ is a table: where to replace (text, facts or both), what, and by what, with tabs between them. A
date is 7/6 in the text and 2021-06-07 in the facts. All replacements are made at once, longer ones first.
"""

import pathlib
import re
import sys
import tempfile

import quanhe_output as quanhe

HERE = pathlib.Path(__file__).parent


def replacer(pairs):
    table = dict(pairs)
    pattern = re.compile("|".join(re.escape(old) for old in sorted(table, key=len, reverse=True)))
    return lambda text: pattern.sub(lambda match: table[match.group()], text)


def read_tables(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    in_text = replacer((old, new) for kind, old, new in rows if kind in ("text", "both"))
    in_facts = replacer((old, new) for kind, old, new in rows if kind in ("facts", "both"))
    return in_text, in_facts


def without_order_of_ends(lines):
    """Ends of a symmetric relation are ordered by their ids, which change with the names."""
    symmetric = {"met", "connects", "cooperates_with", "diplomatic_relations", "trade"}
    sorted_lines = []
    for line in lines:
        fields = line.split(" | ")
        if len(fields) > 3 and fields[2] in symmetric:
            fields[1], fields[3] = sorted((fields[1], fields[3]))
        sorted_lines.append(" | ".join(fields))
    return sorted(sorted_lines)


def check(case, expected):
    in_text, in_facts = read_tables(case)
    with tempfile.TemporaryDirectory() as folder:
        for seed in sorted((quanhe.SOURCE / "seeds").glob("*.txt")):
            text = seed.read_text(encoding="utf-8")
            (pathlib.Path(folder) / seed.name).write_text(in_text(text), encoding="utf-8")
        got = without_order_of_ends(quanhe.fact_lines(quanhe.extract(folder)))
    wanted = without_order_of_ends(in_facts(line) for line in expected)
    for line in sorted(set(wanted) - set(got)):
        print(f"{case.name}: missing: {line}")
    for line in sorted(set(got) - set(wanted)):
        print(f"{case.name}: unexpected: {line}")
    return got == wanted


def main():
    expected = (HERE / "seeds" / "facts.txt").read_text(encoding="utf-8").splitlines()
    cases = sorted((HERE / "renamed").glob("*.tsv"))
    results = [check(case, expected) for case in cases]
    print(f"{len(cases)} cases, {results.count(False)} fail")
    sys.exit(0 if cases and all(results) else 1)


if __name__ == "__main__":
    main()
