"""The command `export`: what it writes where, which part of the graph, and how it says no."""

import csv
import json

from e2e import SEEDS, Case, main

TEXTS = ["graphml", "gexf", "jsonld", "nquads", "node-link", "dot", "html"]
TABLES = {form: [f"{name}.{form}" for name in ("about", "nodes", "occurrences")] for form in ("csv", "tsv")}


class Export(Case):
    def setUp(self):
        super().setUp()
        self.program = self.program_without_pictures()
        done = self.quanhe("build", SEEDS, "--output", "out", program=self.program)
        self.assertEqual(done.returncode, 0, done.stderr)

    def export(self, *options, code=0):
        """What stands on standard output."""
        done = self.quanhe("export", "--graph", "out/graph.db", *options)
        self.assertEqual((done.returncode, done.stderr), (code, ""))
        return done.stdout

    def graph(self, *options):
        """Names of nodes, and relations as "from relation to"."""
        data = json.loads(self.export("--format", "node-link", *options))
        names = {node["id"]: node["label"] for node in data["nodes"]}
        return set(names.values()), {f"{names[l['source']]} {l['relation']} {names[l['target']]}" for l in data["links"]}

    def test_a_file_is_what_standard_output_shows(self):
        for form in TEXTS:
            self.assertEqual(self.export("--format", form, "-o", f"new/{form}"), "")
            self.assertEqual((self.folder / "new" / form).read_text(), self.export("--format", form), form)
        self.expect_files("new", TEXTS)

    def test_build_writes_the_same(self):
        for form in ("graphml", "gexf", "jsonld", "dot", "html"):
            self.assertEqual((self.folder / "out" / f"graph.{form}").read_text(), self.export("--format", form))

    def test_tables(self):
        for form, files in TABLES.items():
            self.export("--format", form, "--output", form)
            self.expect_files(form, files)
        about = (self.folder / "csv" / "about.csv").read_text()
        self.assertRegex(about, r"\Awhat,value\nprogram,quanhe \d.*\npack,vi-diplomacy\npack_version,.*\npack_hash,[0-9a-f]+\n\Z")

    def test_pictures(self):
        for form, begin in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            self.export("--format", form, "-o", f"pictures/{form}", "--focus", "Bùi Thanh Sơn")
            self.assertTrue((self.folder / "pictures" / form).read_bytes().startswith(begin))
        self.expect_files("pictures", ["pdf", "png", "svg"])

    def test_each_says_once_of_what_it_is_made(self):
        version = self.quanhe("--version").stdout.split()[1]
        for form in TEXTS:
            text = self.export("--format", form)
            for word in ("vi-diplomacy", version):
                self.assertIn(word, text, form)
            self.assertNotRegex(text, r"20\d\d-\d\d-\d\dT\d\d:", form)

    def test_filters(self):
        nodes, edges = self.graph("--relation", "gặp")
        self.assertEqual(edges, {"Bùi Thanh Sơn met Prak Sokhonn", "Sar Kheng met Tô Lâm"})
        self.assertEqual(nodes, {"Bùi Thanh Sơn", "Prak Sokhonn", "Sar Kheng", "Tô Lâm"})
        nodes, edges = self.graph("--type", "Person")
        self.assertEqual(edges, {"Bùi Thanh Sơn met Prak Sokhonn", "Sar Kheng met Tô Lâm"})
        near, _ = self.graph("--focus", "to lam")
        self.assertEqual(near, {"Tô Lâm", "Sar Kheng", "Bộ Công an Việt Nam", "Việt Nam",
                                "văn bản bổ sung kế hoạch hợp tác năm 2020"})
        wider, _ = self.graph("--focus", "to lam", "--hops", "2")
        self.assertLess(near, wider)
        top, _ = self.graph("--top", "3")
        self.assertEqual(len(top), 3)
        both, _ = self.graph("--focus", "Tô Lâm", "--top", "2")
        self.assertIn("Tô Lâm", both)

    def test_evidence(self):
        quote = "gặp song phương"
        for form in ("graphml", "gexf", "jsonld", "nquads", "node-link"):
            self.assertIn(quote, self.export("--format", form), form)
            self.assertNotIn("oa#exact" if form == "nquads" else '"quote"',
                             self.export("--format", form, "--evidence", "offsets"), form)
            without = self.export("--format", form, "--evidence", "none")
            self.assertNotIn("trùng khánh, ngày", without.lower(), form)
            self.assertLess(len(without), len(self.export("--format", form)), form)
        self.export("--format", "csv", "-o", "none", "--evidence", "none")
        with open(self.folder / "none" / "occurrences.csv", encoding="utf-8") as file:
            self.assertNotIn("quote", next(csv.reader(file)))

    def test_figures(self):
        data = json.loads(self.export("--format", "node-link", "--with", "positions,rank"))
        self.assertAlmostEqual(sum(node["rank"] for node in data["nodes"]), 1, 4)
        self.assertEqual(len({(node["x"], node["y"]) for node in data["nodes"]}), len(data["nodes"]))
        self.assertNotIn('"rank"', self.export("--format", "node-link"))

    def test_the_same_bytes_whatever_the_history(self):
        texts = [path for path in sorted(SEEDS.iterdir()) if path.suffix == ".txt"]
        done = self.quanhe("build", *reversed(texts), "--threads", 2, "--output", "other", program=self.program)
        self.assertEqual(done.returncode, 0, done.stderr)
        for form in TEXTS:
            other = self.quanhe("export", "--graph", "other/graph.db", "--format", form, "--with", "rank")
            self.assertEqual(other.stdout, self.export("--format", form, "--with", "rank"), form)

    def test_names_that_are_not_there(self):
        done = self.quanhe("export", "--graph", "out/graph.db", "--format", "gexf", "--focus", "Nobody Atall", "-o", "x")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("Nobody Atall", done.stderr)
        for option, word in (("--relation", "gặm"), ("--type", "Persn")):
            done = self.quanhe("export", "--graph", "out/graph.db", "--format", "gexf", option, word, "-o", "x")
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"unknown {option[2:]} '{word}'", done.stderr)
        self.assertFalse((self.folder / "x").exists())

    def test_wrong_use(self):
        for form, what in (("csv", "folder"), ("svg", "file")):
            done = self.quanhe("export", "--graph", "out/graph.db", "--format", form)
            self.expect(done, 2, [f"quanhe: error: --format {form} needs --output with the name of a {what}",
                                  "help: 'quanhe export --help' shows how it is used"])
        for words in (["--format", "xml"], ["--hops", "2", "--format", "gexf"], [], ["--format", "gexf", "--with", "x"]):
            self.assertEqual(self.quanhe("export", *words).returncode, 2, words)

    def test_nothing_is_left_where_nothing_could_be_done(self):
        done = self.quanhe("export", "--graph", "missing.db", "--format", "gexf", "-o", "new/x")
        self.assertEqual(done.returncode, 4)
        self.assertFalse((self.folder / "new").exists())
        self.write("file", "")
        done = self.quanhe("export", "--graph", "out/graph.db", "--format", "csv", "-o", "file")
        self.assertEqual(done.returncode, 4)
        self.assertIn("file", done.stderr)

    def test_too_big_for_a_picture(self):
        syllables = [first + last for first in "BDKLMNRS" for last in "aeiou"]
        names = [f"{first}{second.lower()} Tano" for first in syllables for second in syllables]
        lines = [json.dumps({"id": str(number), "text": f"Ngoại trưởng Lào {name} gặp Bộ trưởng Ngoại giao "
                             "Bùi Thanh Sơn."}) for number, name in enumerate(names)]
        done = self.quanhe("build", "-", "--output", "big", input="\n".join(lines), program=self.program)
        self.assertEqual(done.returncode, 0)
        done = self.quanhe("export", "--graph", "big/graph.db", "--format", "svg", "-o", "new/x.svg")
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.stderr, r"no picture: \d+ nodes are more than the 1500 .* --focus NAME or --top 100\n")
        self.assertFalse((self.folder / "new").exists())
        done = self.quanhe("export", "--graph", "big/graph.db", "--format", "svg", "-o", "new/x.svg", "--top", "20")
        self.expect(done, 0, [])


if __name__ == "__main__":
    main()
