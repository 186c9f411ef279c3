"""A graph to which documents are added, and in which they change, vanish and are decided about, is the graph of what is
there in the end."""

import json
import random
import re
import shutil
import subprocess
import time

from e2e import QUANHE, RULES, SEEDS, SENTENCE, Case, main
from made_news import make_documents

OTHER = "Ngày 8/6/2021, Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Ngoại trưởng Thái Lan Don Pramudwinai."
SON = "Bùi Thanh Sơn"
SALEUMXAY = "Saleumxay Kommasith"


def lines_of(documents):
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


class Growing(Case):
    def build(self, *inputs, code=0, errors=(), input="", output="out"):
        done = self.quanhe("build", *inputs, "--no-export", "--output", output, input=input)
        self.expect(done, code, list(errors))
        return re.search(r"^documents: (.*)$", done.stdout, re.MULTILINE)[1]

    def dump(self, output="out"):
        done = self.quanhe("dump", "--graph", f"{output}/graph.db")
        self.expect(done, 0, [])
        return done.stdout

    def dump_from_nothing(self, *inputs):
        for ledger in ("merges.tsv", "judgements.tsv"):
            if (self.folder / "out" / ledger).exists():
                (self.folder / "nothing").mkdir(exist_ok=True)
                shutil.copy(self.folder / "out" / ledger, self.folder / "nothing" / ledger)
        self.build(*inputs, output="nothing")
        dump = self.dump("nothing")
        shutil.rmtree(self.folder / "nothing")
        return dump

    def ask(self, *words, code=0):
        done = self.quanhe(*words, "--graph", "out/graph.db")
        self.assertEqual((done.returncode, done.stderr), (code, ""), done.stdout)
        return done.stdout

    def neighbours(self, name):
        rows = self.ask("neighbours", name, "--format", "tsv").splitlines()[1:]
        return {(row.split("\t")[2], row.split("\t")[4]) for row in rows}

    def test_sentences_of_the_seeds_in_any_grouping(self):
        documents = []
        for path in sorted(SEEDS.glob("*.txt")):
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", path.read_text()):
                if re.search(r"\w", sentence):
                    documents.append({"id": f"s{len(documents):03}", "text": sentence})
        self.assertGreater(len(documents), 25)
        self.build("-", input=lines_of(documents))
        expected = self.dump()
        choice = random.Random(7)
        for _ in range(3):
            shutil.rmtree(self.folder / "out")
            left = choice.sample(documents, len(documents))
            while left:
                size = choice.randint(1, 8)
                repeated = choice.sample(documents, 3)
                self.build("-", input=lines_of(left[:size] + [one for one in repeated if one not in left]))
                left = left[size:]
            self.assertEqual(self.dump(), expected)

    def test_reads_what_changed_only(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.txt", OTHER)
        self.assertEqual(self.build("news"), "2 new")
        self.assertEqual(self.build("news"), "2 unchanged")
        self.write("news/b.txt", OTHER.replace("8/6", "9/6"))
        self.write("news/c.txt", "Việt Nam cảm ơn Lào.")
        self.assertEqual(self.build("news"), "1 new, 1 changed, 1 unchanged")
        self.assertEqual(self.dump(), self.dump_from_nothing("news"))
        self.assertNotIn("2021-06-08", self.dump())

    def test_reads_all_again_by_other_rules(self):
        self.write("news/a.txt", SENTENCE)
        self.build("news")
        shutil.copytree(RULES, self.folder / "rules")
        with open(self.folder / "rules" / "words.yaml", "a") as words:
            words.write("\n# another pack\n")
        done = self.quanhe("build", "news", "--rules", "rules", "--no-export", "--output", "out")
        self.assertIn("documents: 1 changed\n", done.stdout)

    def test_removes_what_vanished_on_demand_only(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.txt", OTHER)
        self.write("more/c.txt", OTHER.replace("8/6", "9/6"))
        self.build("news", "more")
        (self.folder / "news/b.txt").unlink()
        self.assertEqual(self.build("news"), "1 unchanged")
        self.assertIn('"id":"b"', self.dump())
        self.assertEqual(self.build("news", "--prune"), "1 removed, 1 unchanged")
        self.assertEqual(self.dump(), self.dump_from_nothing("news", "more"))

    def test_prunes_nothing_when_something_was_refused(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.txt", OTHER)
        self.build("news")
        (self.folder / "news/b.txt").unlink()
        self.write("news/c.txt", b"\xff\xfe")
        done = self.quanhe("build", "news", "--prune", "--no-export", "--output", "out")
        self.assertEqual(done.returncode, 3)
        self.assertIn("nothing was pruned: what was refused cannot be told from what has vanished", done.stderr)
        self.assertIn('"id":"b"', self.dump())

    def test_forgets_a_document_and_what_only_it_said(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.txt", OTHER)
        self.build("news")
        self.assertEqual(self.ask("forget", "b"), "removed b\n")
        (self.folder / "news/b.txt").unlink()
        self.assertEqual(self.dump(), self.dump_from_nothing("news"))
        done = self.quanhe("forget", "a", "zz", "--graph", "out/graph.db")
        self.expect(done, 1, ["quanhe: error: no document has the id 'zz', so nothing was removed; "
                              "'quanhe documents' lists the ids"])
        self.assertIn('"id":"a"', self.dump())

    def test_verifies_against_the_sources(self):
        self.write("news/a.txt", SENTENCE)
        self.build("news")
        self.assertEqual(self.ask("verify"), "the graph is that of its sources: 1 document\n")
        self.write("news/a.txt", OTHER)
        answer = self.ask("verify", code=1)
        self.assertIn("- {", answer)
        self.assertIn("+ {", answer)
        self.assertIn("the graph differs from its sources: ", answer)

    def test_counts_near_copies_as_one_source(self):
        words = " ".join(f"Đoạn {n} kể thêm điều số {n * n} của ngày ấy." for n in range(30))
        self.write("news/a.txt", f"{SENTENCE} {words}")
        self.write("news/b.txt", f"(Báo khác) {SENTENCE} {words} Theo TTXVN.")
        self.write("news/c.txt", SENTENCE)
        self.build("news")
        rows = self.ask("neighbours", SON, "--relation", "met", "--format", "json")
        self.assertIn('"statements":3,"sources":2', rows)
        self.ask("forget", "a")
        self.assertIn('"statements":2,"sources":2', self.ask("neighbours", SON, "--relation", "met", "--format", "json"))

    def test_merges_by_decision(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.txt", SENTENCE.replace("Saleumxay Kommasith", "Saleumxay Komasith"))
        self.build("news")
        self.assertIn("Saleumxay Komasith", self.ask("merge", "propose"))
        self.assertRegex(self.ask("merge", "accept", SALEUMXAY, "Saleumxay Komasith", "--because", "one letter"),
                         r"\Aone from now on: person/\S+ and person/\S+\n\Z")
        self.assertEqual(self.neighbours("Saleumxay Komasith"), self.neighbours(SALEUMXAY))
        self.assertEqual(self.ask("merge", "propose").count("Komasith "), 0)
        ledger = (self.folder / "out" / "merges.tsv").read_text().splitlines()
        self.assertEqual(ledger[0], "decision\tkept\tother\twho\twhen\twhy")
        self.assertTrue(ledger[1].startswith("accept\t") and ledger[1].endswith("\tone letter"), ledger)
        self.assertEqual(self.dump(), self.dump_from_nothing("news"))
        merged = self.dump()
        self.write("news/c.txt", OTHER)
        self.build("news")
        self.assertEqual(self.dump(), self.dump_from_nothing("news"))
        self.ask("forget", "c")
        self.assertEqual(self.dump(), merged)
        self.ask("merge", "undo", SALEUMXAY, "Saleumxay Komasith")
        self.assertEqual(len(self.neighbours(SON)), 4)

    def test_judges_edges(self):
        self.write("news/a.txt", SENTENCE)
        self.build("news")
        self.assertIn(("met", SALEUMXAY), self.neighbours(SON))
        self.ask("reject", SON, "met", SALEUMXAY, "--because", "only a phone call", "--by", "Lan")
        self.assertNotIn(("met", SALEUMXAY), self.neighbours(SON))
        self.assertIn('"judgement":"rejected","because":"only a phone call"', self.dump())
        self.build("news")
        self.assertNotIn(("met", SALEUMXAY), self.neighbours(SON))
        self.ask("undo", SALEUMXAY, "gặp", SON)
        self.assertIn(("met", SALEUMXAY), self.neighbours(SON))
        self.ask("confirm", SON, "met", SALEUMXAY, "--because", "I was there")
        self.assertIn('"judgement":"confirmed"', self.dump())
        self.assertEqual(self.dump(), self.dump_from_nothing("news"))

    def test_names_the_fault_of_a_ledger(self):
        self.write("news/a.txt", SENTENCE)
        self.build("news")
        before = self.dump()
        self.write("out/merges.tsv", "decision\tkept\tother\twho\twhen\twhy\nacept\ta\tb\t\t\t\n")
        done = self.quanhe("build", "news", "--no-export", "--output", "out")
        self.expect(done, 4, ["quanhe: error: out/merges.tsv:2: decision 'acept', expected accept, reject or undo"])
        (self.folder / "out/merges.tsv").unlink()
        self.assertEqual(self.dump(), before)

    def test_refuses_a_second_build_at_the_same_time(self):
        self.write("news/a.txt", SENTENCE)
        first = subprocess.Popen([str(QUANHE), "build", "-", "--no-export", "--output", "out"], cwd=self.folder,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (self.folder / "out" / "graph.db-partial").exists():
            time.sleep(0.01)
        done = self.quanhe("build", "news", "--no-export", "--output", "out")
        self.expect(done, 4, ["quanhe: error: out: another quanhe is changing the graph there; try again when it is done"])
        first.communicate(lines_of([{"id": "x", "text": OTHER}]).encode())
        self.assertEqual(first.returncode, 0)
        self.assertEqual(self.build("news"), "1 new")

    def test_many_documents_come_and_go(self):
        documents = make_documents(400, seed=3)
        self.build("-", input=lines_of(documents))
        choice = random.Random(5)
        for number in choice.sample(range(400), 60):
            documents[number]["text"] = make_documents(1, seed=number)[0]["text"]
        gone = {documents[number]["id"] for number in choice.sample(range(400), 60)}
        self.build("-", input=lines_of(documents))
        self.ask("forget", *sorted(gone))
        left = [document for document in documents if document["id"] not in gone]
        self.write("left.jsonl", lines_of(left))
        self.assertEqual(self.dump(), self.dump_from_nothing("left.jsonl"))


main()
