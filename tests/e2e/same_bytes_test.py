"""The same documents and rules give the same bytes, whatever the threads, the order and the split of the input."""

import json
import random
import shutil

from e2e import SEEDS, Case, main
from made_news import make_documents

COMPARED = ["graph.html", "graph.graphml", "graph.gexf", "graph.jsonld", "graph.dot"]


def lines_of(documents):
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


class SameBytes(Case):
    def setUp(self):
        super().setUp()
        self.program = self.program_without_pictures()

    def build(self, *inputs, threads, input=""):
        """The bytes that may not differ, and every row of the store."""
        done = self.quanhe("build", *inputs, "--threads", threads, "--output", "out",
                           input=input, program=self.program)
        self.assertEqual(done.returncode, 0, done.stderr)
        result = {name: (self.folder / "out" / name).read_bytes() for name in COMPARED}
        result["dump"] = self.quanhe("dump", "--graph", "out/graph.db").stdout
        result["report"] = done.stdout
        shutil.rmtree(self.folder / "out")
        return result

    def extract(self, *inputs, threads, input=""):
        done = self.quanhe("extract", *inputs, "--threads", threads, input=input)
        self.expect(done, 0, [])
        return done.stdout

    def expect_same(self, results):
        for name in results[0]:
            for number, result in enumerate(results[1:], 1):
                self.assertTrue(results[0][name] == result[name], f"{name} differs in build {number}")

    def test_seeds(self):
        texts = [path for path in sorted(SEEDS.iterdir()) if path.suffix == ".txt"]
        documents = [{"id": path.stem, "text": path.read_bytes().decode()} for path in texts]
        backwards = lines_of(reversed(documents))
        self.write("second.jsonl", lines_of(documents[1:]))
        self.expect_same([
            self.build(SEEDS, threads=1),
            self.build(SEEDS, threads=2),
            self.build(*reversed(texts), threads=2),
            self.build("-", threads=2, input=backwards),
            self.build("second.jsonl", texts[0], threads=1),
            self.build(*texts, SEEDS, "-", threads=2, input=backwards),
        ])
        facts = self.extract(SEEDS, threads=1)
        self.assertEqual(facts, self.extract(SEEDS, threads=2))
        self.assertEqual(facts, self.extract(*reversed(texts), threads=2))
        self.assertEqual(sorted(facts.splitlines()),
                         sorted(self.extract("-", threads=2, input=backwards).splitlines()))

    def test_alone_and_together(self):
        documents = make_documents(count=40, seed=1)
        self.write("together.jsonl", lines_of(documents))
        together = self.extract("together.jsonl", threads=1).splitlines()
        self.assertEqual(len(together), len(documents))
        for document, facts in zip(documents, together):
            self.write("alone.jsonl", lines_of([document]))
            self.assertEqual(self.extract("alone.jsonl", threads=1), facts + "\n")

    def test_made_news(self):
        documents = make_documents(count=200, seed=2021)
        plain, rich = documents[0::2], documents[1::2]
        for document in plain:
            self.write(f"texts/{document['id']}.txt", document["text"])
        self.write("rich.jsonl", lines_of(rich))
        shuffled = documents[:]
        random.Random(7).shuffle(shuffled)
        for number in range(7):
            self.write(f"split/{number}.jsonl", lines_of(shuffled[number::7]))
        split = [f"split/{number}.jsonl" for number in (3, 6, 0, 5, 1, 4, 2)]

        facts = self.extract("texts", "rich.jsonl", threads=1)
        self.expect_facts(facts)
        self.assertEqual(facts, self.extract("rich.jsonl", "texts", threads=2))
        for other in (self.extract(*split, threads=2), self.extract("-", threads=2, input=lines_of(shuffled))):
            self.assertEqual(sorted(facts.splitlines()), sorted(other.splitlines()))
        self.expect_same([
            self.build("texts", "rich.jsonl", threads=1),
            self.build("texts", "rich.jsonl", threads=2),
            self.build("rich.jsonl", "texts", threads=3),
            self.build(*split, threads=2),
            self.build("split", threads=1),
            self.build("-", threads=2, input=lines_of(shuffled)),
            self.build("-", "texts", threads=2, input=lines_of(rich[::-1])),
        ])

    def expect_facts(self, facts):
        """Otherwise nothing would have been compared."""
        documents = [json.loads(line) for line in facts.splitlines()]
        self.assertEqual(len(documents), 200)
        relations = [edge["relation"] for document in documents for edge in document["edges"]]
        for relation in ("met", "holds_office", "citizen_of", "signed", "thanked", "trade"):
            self.assertGreater(relations.count(relation), 20, relation)


if __name__ == "__main__":
    main()
