"""The pages of none/, news without diplomacy, give no act in any status.

Offices, citizens, bodies and places are states, and may be read from any page. An act is every other relation.
"""

import pathlib
import sys

import quanhe_output as quanhe

HERE = pathlib.Path(__file__).parent
NO_ACTS = {"holds_office", "citizen_of", "part_of", "member_of", "located_in", "connects", "discussed"}


def acts(document):
    names = {node["id"]: node["name"] for node in document["nodes"]}
    for edge in document["edges"]:
        if edge["relation"] not in NO_ACTS:
            ends = f"{names[edge['from']]} | {edge['relation']} | {names[edge['to']]}"
            evidence = edge["evidence"]
            yield f"{document['id']}: {ends} | {edge['status']} | {evidence['rule']}: {evidence['quote']}"


def main():
    documents = quanhe.extract(HERE / "none")
    found = sorted(line for document in documents for line in acts(document))
    print("\n".join(found), end="\n" if found else "")
    print(f"{len(documents)} pages, {len(found)} acts")
    sys.exit(0 if len(documents) >= 12 and not found else 1)


if __name__ == "__main__":
    main()
