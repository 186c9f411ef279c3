"""`quanhe sample` draws statements by chance, the same ones for a seed, and scores what a person made of the sheet."""

import collections
import csv
import io
import json

import small_pack
from e2e import SEEDS, SENTENCE, Case, main
from made_news import make_documents

TITLES = ["judgement", "from", "relation", "to", "status", "attributes", "sentence", "quote", "rule", "document"]


def rows_of(sheet):
    """As a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(sheet, newline=""), delimiter="\t"))


class Sample(Case):
    def setUp(self):
        super().setUp()
        self.documents = make_documents(count=40, seed=5)
        self.write("news.jsonl", self.lines(self.documents))

    def lines(self, documents):
        return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)

    def sample(self, *words, input=""):
        done = self.quanhe("sample", *words, input=input)
        self.expect(done, 0, [])
        return done.stdout

    def statements(self):
        """All that may be drawn, by what the sheet says of it."""
        found = collections.Counter()
        for line in self.quanhe("extract", "news.jsonl").stdout.splitlines():
            document = json.loads(line)
            names = {node["id"]: node["name"] for node in document["nodes"]}
            for edge in document["edges"]:
                if edge["status"] not in ("denied", "requested"):
                    found[names[edge["from"]], edge["relation"], names[edge["to"]], edge["evidence"]["quote"],
                          edge["evidence"]["rule"], document["id"]] += 1
        return found

    def drawn(self, sheet):
        columns = ("from", "relation", "to", "quote", "rule", "document")
        return collections.Counter(tuple(row[column] for column in columns) for row in rows_of(sheet))


class Drawing(Sample):
    def test_sheet(self):
        sheet = self.sample("news.jsonl", "-n", "20")
        self.assertEqual(sheet.splitlines()[0].split("\t"), TITLES)
        rows = rows_of(sheet)
        self.assertEqual(len(rows), 20)
        texts = {document["id"]: document["text"] for document in self.documents}
        for row in rows:
            self.assertEqual(row["judgement"], "")
            self.assertIn(row["sentence"], texts[row["document"]])
        self.assertLessEqual(self.drawn(sheet), self.statements())

    def test_all_are_drawn_where_there_are_not_enough(self):
        done = self.quanhe("sample", "news.jsonl", "-n", "100000")
        number = sum(self.statements().values())
        self.expect(done, 0, [f"quanhe: warning: there are only {number} such statements"])
        self.assertEqual(self.drawn(done.stdout), self.statements())

    def test_same_seed_same_sheet(self):
        """Whatever the order of the documents; and what one document more brings takes places, and moves none."""
        sheet = self.sample("news.jsonl", "-n", "20")
        self.assertEqual(sheet, self.sample("-", "-n", "20", input=self.lines(self.documents[::-1])))
        self.assertEqual(sheet, self.sample("news.jsonl", "news.jsonl", "-n", "20", "--seed", "1"))
        more = self.documents + [{"id": "another", "text": SENTENCE}]
        wider = self.sample("-", "-n", "20", input=self.lines(more)).splitlines()
        old = [line for line in wider if not line.endswith("\tanother")]
        self.assertEqual(old, sheet.splitlines()[:len(old)])
        self.assertNotEqual(sheet, self.sample("news.jsonl", "-n", "20", "--seed", "2"))

    def test_every_statement_is_as_likely_as_any_other(self):
        """In 200 draws of a tenth, how often each comes is as scattered as chance has it."""
        documents = self.documents[:8]
        self.write("news.jsonl", self.lines(documents))
        number = sum(self.statements().values())
        size = number // 10
        times = collections.Counter()
        for seed in range(200):
            times += self.drawn(self.sample("news.jsonl", "-n", size, "--seed", seed))
        expected = {key: 200 * size * count / number for key, count in self.statements().items()}
        chi_square = sum((times[key] - wanted) ** 2 / (wanted * (1 - size / number)) for key, wanted in expected.items())
        self.assertLess(chi_square, number + 4 * (2 * number) ** 0.5)

    def test_choices(self):
        everything = self.statements()
        rule = min(key[4] for key in everything)
        for words, wanted in (
                (["--relation", "met"], lambda key: key[1] == "met"),
                (["--relation", "met", "--relation", "signed"], lambda key: key[1] in ("met", "signed")),
                (["--rule", rule], lambda key: key[4] == rule),
                (["--acts"], lambda key: key[1] not in ("holds_office", "citizen_of", "part_of", "discussed"))):
            done = self.quanhe("sample", "news.jsonl", "-n", "100000", *words)
            kept = {key: count for key, count in everything.items() if wanted(key)}
            self.assertTrue(kept)
            self.assertEqual(self.drawn(done.stdout), kept)

    def test_unknown_names(self):
        pack = small_pack.write(self, "pack")
        self.expect(self.quanhe("sample", "news.jsonl", "--rules", pack, "--relation", "mett"), 1,
                    ['quanhe: error: unknown relation "mett"', 'help: did you mean "met"?'])
        self.expect(self.quanhe("sample", "news.jsonl", "--rules", pack, "--rule", "thank"), 1,
                    ['quanhe: error: unknown rule "thank"', 'help: did you mean "thanks"?'])

    def test_wrong_use(self):
        help_line = "help: 'quanhe sample --help' shows how it is used"
        self.expect(self.quanhe("sample"), 2, ["quanhe: error: INPUT is missing", help_line])
        self.expect(self.quanhe("sample", "x", "-n", "0"), 2,
                    ["quanhe: error: --number: '0' came, expected a whole number from 1 to 1000000", help_line])
        self.expect(self.quanhe("sample", "x", "--score", "y"), 2,
                    ["quanhe: error: INPUT excludes --score", help_line])

    def test_no_documents(self):
        self.expect(self.quanhe("sample", "nowhere.txt"), 4,
                    ["quanhe: error: nowhere.txt: there is no such file or folder",
                     "quanhe: error: no document could be read"])

    def test_formulas_are_texts(self):
        """A document's id is any text, and so is what stands in a sentence."""
        pack = small_pack.write(self, "pack")
        self.write("bad.jsonl", json.dumps({"id": "=cmd|' /C calc'!A0", "text": "-Norway thanked\tChile \"again\"."}) + "\n")
        done = self.quanhe("sample", "bad.jsonl", "--rules", pack, "-n", "1")
        (row,) = rows_of(done.stdout)
        self.assertEqual(row["document"], "'=cmd|' /C calc'!A0")
        self.assertEqual(row["sentence"], "'-Norway thanked Chile \"again\".")
        self.assertIn("\t\"'-Norway thanked Chile \"\"again\"\".\"\t", done.stdout)


class Scoring(Sample):
    def judge(self, sheet, judgements):
        lines = sheet.splitlines()
        rows = [judgement + line for judgement, line in zip(judgements, lines[1:])]
        return "\n".join([lines[0], *rows, *lines[len(rows) + 1:]]) + "\n"

    def test_scores(self):
        sheet = self.sample(SEEDS, "-n", "50")
        self.write("sheet.tsv", self.judge(sheet, ["right"] * 40 + ["WRONG"] * 3 + ["open "] * 2))
        done = self.quanhe("sample", "--score", "sheet.tsv")
        self.expect(done, 0, [])
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0].split(), "right wrong open not judged precision 95 % interval".split())
        self.assertEqual(lines[1].split(), "all 40 3 2 5 0.930 0.814 to 0.976".split())
        for kind in ("relation", "rule"):
            rows = [line.split() for line in lines if line.startswith(kind)]
            self.assertEqual(sorted(row[1] for row in rows), sorted({row[kind] for row in rows_of(sheet)}))
            for column, total in ((2, 40), (3, 3), (4, 2), (5, 5)):
                self.assertEqual(sum(int(row[column]) for row in rows), total)

    def test_sheet_of_a_spreadsheet(self):
        """With other columns and another order, quoted, with CR LF and a byte order mark."""
        self.write("sheet.tsv", "\ufeffrule\tnote\tRelation\tJudgement\r\n\"thanks\"\t\"two\nlines\"\tthanked\tright\r\n\t\t\t\r\n")
        done = self.quanhe("sample", "--score", "sheet.tsv")
        self.expect(done, 0, [])
        self.assertEqual(done.stdout.splitlines()[1].split(), "all 1 0 0 0 1.000 0.207 to 1.000".split())

    def expect_faults(self, content, faults):
        self.write("sheet.tsv", content)
        done = self.quanhe("sample", "--score", "sheet.tsv")
        self.expect(done, 4, faults + ["quanhe: error: the sheet cannot be scored"])
        self.assertEqual(done.stdout, "")

    def test_faults(self):
        help_line = "help: 'quanhe sample' writes such a sheet, with tabs"
        self.expect_faults("", ["sheet.tsv: error: an empty sheet", help_line])
        self.expect_faults("judgement,relation,rule\nright,met,met\n",
                           [f'sheet.tsv:1:1: error: no column "{name}"' if line == 0 else help_line
                            for name in ("judgement", "relation", "rule") for line in (0, 1)])
        self.expect_faults("judgement\trelation\trule\nrihgt\tmet\tmet\nright\tmet\nwrong\tmet\tmet\n1\tmet\tmet\n", [
            'sheet.tsv:2:1: error: the judgement "rihgt", expected right, wrong or open',
            "sheet.tsv:3:1: error: a row of 2 cells, expected 3 at least", help_line,
            'sheet.tsv:5:1: error: the judgement "1", expected right, wrong or open'])
        self.expect_faults(b"judgement\n\xff", ["sheet.tsv:2:1: error: a byte that is not UTF-8",
                                                "help: save the file in the encoding UTF-8"])
        self.expect(self.quanhe("sample", "--score", "nowhere.tsv"), 4,
                    ["quanhe: error: nowhere.tsv: cannot read: No such file or directory"])


if __name__ == "__main__":
    main()
