"""Each sentence of status/sentences.tsv gives its statement with its status, and with no other.

The table has a sentence, the two ends, the relation between them and the status. Each sentence is a document of its
own, of 12 September 2024. A symmetric relation may stand either way round.
"""

import collections
import csv
import json
import pathlib
import sys

import quanhe_output as quanhe

HERE = pathlib.Path(__file__).parent
DATE = "2024-09-12"
SYMMETRIC = {"met"}
AT_LEAST = {"happened": 5, "planned": 5, "denied": 5, "requested": 5, "reported": 5}


def read_cases():
    with (HERE / "status" / "sentences.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def ends(relation, start, end):
    return tuple(sorted((start, end))) if relation in SYMMETRIC else (start, end)


def statuses(case, document):
    """Every status that the case's statement has in the document, and the rules that give it."""
    names = {node["id"]: node["name"] for node in document["nodes"]}
    wanted = ends(case["relation"], case["from"], case["to"])
    for edge in document["edges"]:
        found = ends(edge["relation"], names[edge["from"]], names[edge["to"]])
        if edge["relation"] == case["relation"] and found == wanted:
            yield edge["status"], edge["evidence"]["rule"]


def check(number, case, document):
    found = sorted(set(statuses(case, document)))
    if {status for status, _ in found} == {case["expected status"]}:
        return True
    got = ", ".join(f"{status} by {rule}" for status, rule in found) or "nothing"
    statement = f"{case['from']} | {case['relation']} | {case['to']}"
    print(f"line {number}: {statement}: expected {case['expected status']}, got {got}\n    {case['sentence']}")
    return False


def main():
    cases = read_cases()
    numbered = list(enumerate(cases, 2))  # by line of the table
    pages = [json.dumps({"id": str(number), "date": DATE, "text": case["sentence"]}) for number, case in numbered]
    documents = {document["id"]: document for document in quanhe.extract("-", text="\n".join(pages) + "\n")}
    results = [check(number, case, documents[str(number)]) for number, case in numbered]
    counts = collections.Counter(case["expected status"] for case in cases)
    enough = all(counts[status] >= least for status, least in AT_LEAST.items())
    print(f"{len(cases)} sentences, {results.count(False)} fail")
    sys.exit(0 if enough and all(results) else 1)


if __name__ == "__main__":
    main()
