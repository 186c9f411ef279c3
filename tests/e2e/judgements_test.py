"""`quanhe rules test --judgements` reads the documents of judged edges again: what was rejected must not come back, and
what was confirmed must stay."""

import small_pack
from e2e import Case, main

NEWS = {"a.txt": "Ane Dahl saw Jon Vik.\n", "b.txt": "Norway thanked Chile.\n", "c.txt": "Chile thanked Norway. Ane Dahl slept.\n"}


class Judgements(Case):
    def setUp(self):
        super().setUp()
        small_pack.write(self, "pack")
        for name, text in NEWS.items():
            self.write("news/" + name, text)
        self.build()

    def build(self):
        self.expect(self.quanhe("build", "news", "--rules", "pack", "--output", "graph", "--no-export"), 0, [])

    def judge(self, *words):
        done = self.quanhe(*words, "--by", "me", "--graph", "graph/graph.db")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def change(self, name, before, after):
        self.assertIn(before, small_pack.FILES[name])
        self.write("pack/" + name, small_pack.FILES[name].replace(before, after))

    def outcome(self, *words):
        """Exit code, and what stands below the line about examples."""
        done = self.quanhe("rules", "test", "pack", "--judgements", "graph/judgements.tsv", *words)
        self.assertEqual(done.stderr, "")
        lines = done.stdout.splitlines()
        example = next(i for i, line in enumerate(lines) if line.startswith("4 examples of 2 rules"))
        return done.returncode, lines[example + 1:]

    def ids(self):
        return {line.split("\t")[0] + " " + line.split("\t")[2]: line.split("\t")[1:4]
                for line in (self.folder / "graph" / "judgements.tsv").read_text().splitlines()[1:]}

    def test_rejected_edge_that_is_found_again(self):
        self.judge("reject", "Ane Dahl", "met", "Jon Vik", "--because", "they only saw each other")
        start, relation, end = self.ids()["reject met"]
        self.assertEqual(self.outcome(), (1, [
            f"rejected edge is found again: {start} -{relation}- {end}",
            "  because: they only saw each other",
            "  a, by meets",
            '    "Ane Dahl saw Jon Vik."',
            "",
            "1 judged edge: 0 hold, 1 does not"]))

    def test_pack_that_has_learnt(self):
        """Also after the graph was built with it, when no document says so any more."""
        self.judge("reject", "Ane Dahl", "met", "Jon Vik", "--because", "they only saw each other")
        self.change("words.yaml", "met, saw", "met")
        self.assertEqual(self.outcome(), (0, ["1 judged edge: all hold"]))
        self.build()
        self.assertEqual(self.outcome(), (0, ["1 judged edge: all hold"]))
        self.write("pack/words.yaml", small_pack.FILES["words.yaml"])
        self.assertEqual(self.outcome()[0], 1)

    def test_confirmed_edge_that_is_lost(self):
        self.judge("confirm", "Norway", "thanked", "Chile", "--because", "both said so")
        self.assertEqual(self.outcome(), (0, ["1 judged edge: all hold"]))
        self.write("pack/relations.yaml", small_pack.FILES["relations.yaml"].replace("[thanked]", "[praised]"))
        start, relation, end = self.ids()["confirm thanked"]
        code, lines = self.outcome()
        self.assertEqual((code, lines), (1, [
            f"confirmed edge is not found: {start} -{relation}-> {end}",
            "  because: both said so",
            "  read: b, c",
            "",
            "1 judged edge: 0 hold, 1 does not"]))

    def test_only_the_last_line_counts(self):
        self.judge("reject", "Norway", "thanked", "Chile", "--because", "no")
        self.assertEqual(self.outcome()[0], 1)
        self.judge("undo", "Norway", "thanked", "Chile", "--because", "yes")
        self.assertEqual(self.outcome(), (0, ["0 judged edges: all hold"]))

    def test_merged_nodes_are_one(self):
        self.write("news/d.txt", "Norway thanked Peru.\n")
        self.build()
        self.expect(self.quanhe("forget", "b", "--graph", "graph/graph.db"), 0, [])
        self.judge("merge", "accept", "Chile", "Peru", "--because", "one land")
        self.judge("confirm", "Norway", "thanked", "Chile", "--because", "so it is")
        self.assertEqual(self.outcome(), (0, ["1 judged edge: all hold"]))
        self.judge("reject", "Norway", "thanked", "Chile", "--because", "it is not")
        code, lines = self.outcome()
        self.assertEqual((code, lines[2:4]), (1, ["  d, by thanks", '    "Norway thanked Peru."']))

    def test_edge_without_documents(self):
        self.judge("confirm", "Norway", "thanked", "Chile", "--because", "both said so")
        self.expect(self.quanhe("forget", "b", "c", "--graph", "graph/graph.db"), 0, [])
        self.assertEqual(self.outcome(), (0, [
            "1 judged edge: 0 hold, 1 not tested: no document of the graph names both ends"]))

    def test_other_graph(self):
        self.judge("reject", "Norway", "thanked", "Chile", "--because", "no")
        (self.folder / "graph" / "judgements.tsv").rename(self.folder / "kept.tsv")
        test = ["rules", "test", "pack", "--judgements", "kept.tsv"]
        self.expect(self.quanhe(*test), 4, ["quanhe: error: graph.db: no such file; make it with 'quanhe build'"])
        done = self.quanhe(*test, "--graph", "graph/graph.db")
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (1, "1 judged edge: 0 hold, 1 does not"))

    def test_bad_ledger(self):
        self.write("bad.tsv", "decision\tfrom\trelation\tto\twho\twhen\tbecause\nmaybe\ta\tmet\tb\tme\t2022-01-01\tno\n")
        done = self.quanhe("rules", "test", "pack", "--judgements", "bad.tsv", "--graph", "graph/graph.db")
        self.assertEqual(done.returncode, 4)
        self.assertIn("bad.tsv:2: ", done.stderr)
        done = self.quanhe("rules", "test", "pack", "--judgements", "none.tsv")
        self.assertEqual(done.returncode, 4)
        self.assertIn("none.tsv", done.stderr)


if __name__ == "__main__":
    main()
