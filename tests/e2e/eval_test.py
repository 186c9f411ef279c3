"""`quanhe eval` gives the very numbers of tests/tools/score.py, a slow and obvious twin that was there first, and shows
each miss and each false alarm with its sentence."""

import copy
import json
import pathlib
import random
import subprocess
import sys

import small_pack
from e2e import SEEDS, SENTENCE, SOURCE, Case, main
from made_news import make_documents

GOLD = pathlib.Path(__file__).parent / "gold"
TWIN = SOURCE / "tests" / "tools" / "score.py"
SHARED_KEYS = ["nodes_f1", "edges_f1", "acts_f1", "edges_precision", "edges_recall", "dates_right"]


def twin(gold, facts, *options):
    """What the twin prints."""
    return subprocess.run([sys.executable, "-B", TWIN, *options, gold], input=facts.encode(), capture_output=True,
                          check=True).stdout.decode()


class Gold(Case):
    def write_gold(self, documents, folder="gold"):
        for number, document in enumerate(documents):
            self.write(f"{folder}/{number:03}.json", json.dumps(document, ensure_ascii=False))

    def expect_same(self, gold, *inputs):
        """Both print the same table and the same totals; gives the table."""
        facts = self.quanhe("extract", *inputs)
        self.assertEqual(facts.returncode, 0)
        table = self.quanhe("eval", gold, *inputs, "--summary")
        self.assertEqual(table.returncode, 0)
        self.assertEqual(table.stdout, twin(self.folder / gold, facts.stdout))
        totals = json.loads(self.quanhe("eval", gold, *inputs, "--json").stdout)
        wanted = json.loads(twin(self.folder / gold, facts.stdout, "--json"))
        self.assertEqual(list(wanted), SHARED_KEYS)
        self.assertEqual({key: totals[key] for key in SHARED_KEYS}, wanted)
        self.expect_every_finding(gold, inputs, facts.stdout, totals)
        return table.stdout

    def expect_every_finding(self, gold, inputs, facts, totals):
        lines = twin(self.folder / gold, facts, "--misses").splitlines()
        wanted = sorted(line.split("\t")[:3] for line in lines if "\t" in line)
        found = sorted([one["document"], one["kind"], one.get("relation") or one["type"]] for one in totals["findings"])
        self.assertEqual(found, wanted)


class SameNumbers(Gold):
    def test_seeds(self):
        self.assertIn("dates on matched edges", self.expect_same(GOLD, SEEDS))

    def test_seeds_without_their_documents(self):
        self.write("other.txt", SENTENCE)
        self.expect_same(GOLD, "other.txt")

    def test_deliberately_wrong_gold(self):
        """Gold that was right, and then every kind of difference was made in it by chance."""
        documents = make_documents(count=30, seed=4)
        self.write("news.jsonl", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents))
        facts = [json.loads(line) for line in self.quanhe("extract", "news.jsonl", SEEDS).stdout.splitlines()]
        seeds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.iterdir())]
        for seed in range(6):
            chance = random.Random(seed)
            right = [as_gold(document) for document in facts if document["id"] not in {one["id"] for one in seeds}]
            wrong = [Wrong(copy.deepcopy(document), chance).document for document in right + seeds]
            self.write_gold(wrong + [dict(wrong[0], id="nowhere")], f"gold-{seed}")
            table = self.expect_same(f"gold-{seed}", "news.jsonl", SEEDS)
            for total in ("nodes", "edges", "  (acts alone)"):
                (line,) = [line for line in table.splitlines() if line.startswith(total.ljust(24))]
                for count in line.split(" tp ")[1].split()[::2]:
                    self.assertNotEqual(count, "0", line)


def as_gold(document):
    """What was extracted, as if a person had annotated it."""
    nodes = [dict(node) for node in document["nodes"]]
    edges = [{key: edge[key] for key in ("from", "relation", "to", "attributes") if key in edge}
             for edge in document["edges"] if edge["status"] != "denied"]
    for edge, made in zip(edges, document["edges"]):
        edge["quote"] = made["evidence"]["quote"]
    return {"id": document["id"], "nodes": nodes, "edges": edges}


class Wrong:
    """Gold with differences of every kind; each node and each edge gets one with a probability of a half."""

    def __init__(self, document, chance):
        self.document, self.chance = document, chance
        for node in list(document["nodes"]):
            if chance.random() < 0.5:
                chance.choice([self.rename, self.add_words, self.respell, self.retype, self.move_name, self.drop])(node)
        for edge in list(document["edges"]):
            if chance.random() < 0.5:
                chance.choice([self.turn_round, self.harden, self.redate, self.repeat, self.relate, self.forget])(edge)

    def rename(self, node):
        node["name"] = "Khác " + node["name"]

    def add_words(self, node):
        node["name"] += " lần thứ" + " mười" * self.chance.randint(0, 3)

    def respell(self, node):
        node["name"] = node["name"].upper().replace("-", " — ")

    def retype(self, node):
        node["type"] = self.chance.choice(["Ministry", "Organization", "Event", "Topic", "Loài"])

    def move_name(self, node):
        node["aliases"] = ["Bí danh", node["name"]]
        node["name"] = "Tên khác"

    def drop(self, node):
        document = self.document
        document["nodes"].remove(node)
        document["edges"] = [edge for edge in document["edges"] if node["id"] not in (edge["from"], edge["to"])]

    def turn_round(self, edge):
        edge["from"], edge["to"] = edge["to"], edge["from"]

    def harden(self, edge):
        edge["hard"] = True

    def redate(self, edge):
        edge["attributes"] = {"date": self.chance.choice(["1999", "", "2021-06-07"])}

    def repeat(self, edge):
        self.document["edges"].append(dict(edge, attributes=None, hard=self.chance.random() < 0.3))

    def relate(self, edge):
        edge["relation"] = self.chance.choice(["met", "discussed", "part_of", "đã_gặp"])

    def forget(self, edge):
        if edge in self.document["edges"]:
            self.document["edges"].remove(edge)


TEXT = "Norway thanked Chile. Ane Dahl saw Jon Vik.\n"


def node(key, kind, name, *aliases):
    return {"id": key, "type": kind, "name": name, "aliases": list(aliases)}


class Findings(Gold):
    def setUp(self):
        super().setUp()
        self.write("news.txt", TEXT)
        small_pack.write(self, "pack")
        self.write_gold([{
            "id": "news",
            "nodes": [node("no", "Country", "Norway"), node("cl", "Country", "Chile"), node("jon", "Person", "Jon Vik"),
                      node("ane", "Person", "Ane Dahl"), node("pe", "Country", "Peru")],
            "edges": [{"from": "cl", "relation": "thanked", "to": "no", "quote": "THANKED, chile"},
                      {"from": "jon", "relation": "met", "to": "ane", "attributes": {"date": "2021-06-07"}},
                      {"from": "jon", "relation": "praised", "to": "cl", "quote": "not in the text"}]}])

    def evaluate(self, *words):
        done = self.quanhe("eval", "gold", "news.txt", "--rules", "pack", *words)
        self.expect(done, 0, [])
        return done.stdout

    def test_are_shown_with_their_sentences(self):
        self.assertEqual(self.evaluate().split("\n\n")[1].splitlines(), [
            "news",
            '  missed node  Country "Peru"',
            "  false edge   Norway -thanked-> Chile, by thanks",
            '    "Norway thanked Chile."',
            "  wrong date   Ane Dahl -met- Jon Vik: 2021-06-07 expected, none found, by meets",
            '    "Ane Dahl saw Jon Vik."',
            "  missed edge  Chile -thanked-> Norway",
            '    "Norway thanked Chile."',
            "  missed edge  Jon Vik -praised-> Chile",
            '    not found in the text: "not in the text"',
        ])

    def test_stand_in_json_too(self):
        findings = json.loads(self.evaluate("--json"))["findings"]
        self.assertEqual(findings[0], {"document": "news", "kind": "missed node", "type": "Country", "name": "Peru"})
        self.assertEqual(findings[2], {
            "document": "news", "kind": "wrong date", "relation": "met", "from": "Ane Dahl", "to": "Jon Vik",
            "rules": ["meets"], "expected_date": "2021-06-07", "found_dates": [], "quote": "Ane Dahl saw Jon Vik",
            "sentence": "Ane Dahl saw Jon Vik."})

    def test_rules_stand_beside_their_declared_confidence(self):
        table = self.evaluate().split("\n\n")[2].splitlines()
        self.assertEqual([line.split() for line in table], [
            "rule right wrong observed 95 % interval declared".split(),
            "thanks 0 1 0.000 0.000 to 0.793 0.900".split(),
            "meets 1 0 1.000 0.207 to 1.000 0.800".split()])
        self.assertEqual(json.loads(self.evaluate("--json"))["rules"][1],
                         {"rule": "thanks", "right": 0, "wrong": 1, "precision": 0.0, "low": 0.0, "high": 0.7935,
                          "declared": [0.9]})

    def test_strangers_are_named(self):
        self.write("other.txt", SENTENCE)
        done = self.quanhe("eval", "gold", "other.txt", "--summary", "--rules", "pack")
        self.expect(done, 0, ['quanhe: warning: "news" of the gold is not among the inputs and scores zero',
                              "quanhe: warning: 1 of the documents have no gold and are left out"])


class Faults(Gold):
    def expect_faults(self, errors):
        self.write("news.txt", TEXT)
        done = self.quanhe("eval", "gold", "news.txt")
        self.expect(done, 4, ["quanhe: error: " + error for error in errors])
        self.assertEqual(done.stdout, "")

    def test_folder(self):
        self.expect_faults(["gold: cannot read: No such file or directory"])
        (self.folder / "gold").mkdir()
        self.expect_faults(["gold: there is no .json file in this folder"])

    def test_files(self):
        good = {"id": "a", "nodes": [node("x", "Person", "X")], "edges": []}
        self.write("gold/01.json", '{"id": "a",\n "nodes": [}')
        self.write("gold/02.json", json.dumps(good))
        self.write("gold/03.json", json.dumps(good))
        self.write("gold/04.json", json.dumps({**good, "id": "b", "edges": [{"from": "x", "relation": "met", "to": "y"}]}))
        self.write("gold/05.json", json.dumps({**good, "id": "c", "nodes": good["nodes"] * 2}))
        self.write("gold/06.json", json.dumps({**good, "id": "d", "nodes": [{"id": "x", "type": "Person"}]}))
        self.write("gold/07.json", json.dumps({"id": "e", "nodes": []}))
        self.write("gold/08.json", "[]")
        self.write("gold/09.json", json.dumps({**good, "id": "f", "edges": [
            {"from": "x", "relation": "met", "to": "x", "attributes": {"date": 2021}}]}))
        self.expect_faults([
            "gold/01.json:2:12: not JSON: invalid value",
            'gold/03.json: the id "a" was given before, in gold/02.json',
            'gold/04.json: edges[0].to: "y" is no id of a node of this file',
            'gold/05.json: nodes[1]: a second node with the id "x"',
            'gold/06.json: nodes[0]: "name" is missing',
            'gold/07.json: "edges" is missing',
            "gold/08.json: expected an object",
            "gold/09.json: edges[0].attributes.date: expected a text",
        ])

    def test_inputs(self):
        self.write("gold/01.json", json.dumps({"id": "a", "nodes": [], "edges": []}))
        self.write("a.jsonl", '{"id": "a", "text": "Lào."}\n{"id": "a", "text": "Lào!"}\n{"id": "b", "text": ""}\n')
        done = self.quanhe("eval", "gold", "a.jsonl", "a.jsonl")
        self.expect(done, 3, ['quanhe: error: a.jsonl:2: the id "a" was given before, at a.jsonl:1, with another text, '
                              "date, url or title", "quanhe: error: a.jsonl:3: empty",
                              'quanhe: error: a.jsonl:2: the id "a" was given before, at a.jsonl:1, with another text, '
                              "date, url or title", "quanhe: error: a.jsonl:3: empty"])
        self.expect(self.quanhe("eval", "gold", "nowhere.txt"), 4,
                    ["quanhe: error: nowhere.txt: there is no such file or folder",
                     "quanhe: error: no document could be read"])


if __name__ == "__main__":
    main()
