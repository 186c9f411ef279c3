"""What the commands answer, and how they say that they were not understood."""

import json
import subprocess
import tempfile

from e2e import QUANHE, RULES, SEEDS, Case, main

COMMANDS = ["build", "extract", "neighbours", "path", "common", "top", "communities", "export", "serve", "show", "why", "facts",
            "timeline", "search", "contradictions", "stats", "sql", "eval", "sample", "documents", "forget", "confirm", "reject",
            "undo", "dump", "verify"]


class Help(Case):
    def test_version(self):
        done = self.quanhe("--version")
        self.expect(done, 0, [])
        self.assertRegex(done.stdout, r"\Aquanhe \d+\.\d+\.\d+ \(.+\)\n\Z")

    def test_help_of_the_program(self):
        done = self.quanhe("--help")
        self.expect(done, 0, [])
        for word in COMMANDS + ["--version", "Exit codes:", "quanhe COMMAND --help"]:
            self.assertIn(word, done.stdout)

    def test_help_of_commands(self):
        """Each has examples, and its lines fit a terminal, but for paths that the build sets."""
        for command in COMMANDS:
            done = self.quanhe(command, "--help")
            self.expect(done, 0, [])
            self.assertRegex(done.stdout, rf"Examples:\n  (\w.* \| )?quanhe {command}\b")
            self.assertIn("Exit codes:\n", done.stdout)
            for line in done.stdout.splitlines():
                self.assertTrue(len(line) <= 80 or "/rules/" in line, line)


class WrongUse(Case):
    def expect_wrong(self, words, message, command=""):
        done = self.quanhe(*words)
        name = f"quanhe {command}".strip()
        self.expect(done, 2, ["quanhe: error: " + message, f"help: '{name} --help' shows how it is used"])
        self.assertEqual(done.stdout, "")

    def test_commands(self):
        commands = ("expected one of: build, extract, neighbours, path, common, top, communities, export, serve, show, why, facts, "
                    "timeline, search, contradictions, stats, sql, rules, explain, why-not, eval, sample, documents, forget, "
                    "merge, confirm, reject, undo, dump, verify")
        self.expect_wrong([], "no command, " + commands)
        self.expect_wrong(["biuld", "x"], "unknown command 'biuld', did you mean 'build'?")
        self.expect_wrong(["neighbors", "x"], "unknown command 'neighbors', did you mean 'neighbours'?")
        self.expect_wrong(["draw"], "unknown command 'draw', " + commands)
        self.expect_wrong(["--verson"], "unknown option '--verson', did you mean '--version'?")

    def test_options(self):
        self.expect_wrong(["build", "--ouput", "x", "y"],
                          "unknown option '--ouput', did you mean '--output'?", "build")
        self.expect_wrong(["build", "--rule=x", "y"],
                          "unknown option '--rule', did you mean '--rules'?", "build")
        self.expect_wrong(["extract", "--pretty", "y"],
                          "unknown option '--pretty', expected one of: --help, --rules, --threads", "extract")
        self.expect_wrong(["build", "y", "--output"], "--output needs a value", "build")

    def test_arguments(self):
        self.expect_wrong(["build"], "INPUT is missing", "build")
        self.expect_wrong(["build", "--rules", "x"], "INPUT is missing", "build")
        self.expect_wrong(["extract", ""], "INPUT: an empty text came", "extract")
        self.expect_wrong(["neighbours"], "NAME is missing", "neighbours")
        self.expect_wrong(["neighbours", "bui", "thanh"],
                          "'thanh' is one argument too many; a name of several words is written in quotes",
                          "neighbours")

    def test_values(self):
        for value in ("0", "-1", "1.5", "many", "99999999999"):
            self.expect_wrong(["build", "x", "--threads", value],
                              f"--threads: '{value}' came, expected a whole number from 1 to 1024", "build")
            self.expect_wrong(["neighbours", "x", "--hops", value],
                              f"--hops: '{value}' came, expected a whole number from 1 to 1000", "neighbours")
        self.expect_wrong(["neighbours", "x", "--format", "xml"],
                          "--format: 'xml' came, expected one of: table, json, jsonl, tsv, markdown", "neighbours")

    def test_an_input_may_stand_behind_rules(self):
        self.write("second/pack.yaml", "name: second\nversion: 0.1.0\nlanguage: vi\n")
        for words in (["--rules", RULES, SEEDS], [SEEDS, "--rules", RULES],
                      ["--rules", RULES, "--rules", "second", SEEDS],
                      ["--rules", RULES, SEEDS, "--rules", "second"]):
            done = self.quanhe("extract", *words)
            self.expect(done, 0, [])
            self.assertEqual(len(done.stdout.splitlines()), 2)


class Neighbours(Case):
    @classmethod
    def setUpClass(cls):
        cls.made = tempfile.TemporaryDirectory(prefix="quanhe-e2e-")
        cls.addClassCleanup(cls.made.cleanup)
        subprocess.run([QUANHE, "build", SEEDS, "--output", cls.made.name], check=True, stdout=subprocess.DEVNULL)

    def ask(self, *words):
        return self.quanhe("neighbours", *words, "--graph", self.made.name + "/graph.db")

    def rows(self, *words):
        """The neighbours as in JSON."""
        done = self.ask(*words, "--format", "json")
        self.expect(done, 0, [])
        return json.loads(done.stdout)["neighbours"]

    def test_name_in_any_spelling(self):
        answers = []
        for name in ("Bùi Thanh Sơn", "bui thanh son", "BÙI THANH SƠN", "Bu\u0300i Thanh So\u031bn"):
            done = self.ask(name)
            self.expect(done, 0, [])
            answers.append(done.stdout)
        self.assertEqual(len(set(answers)), 1)
        for name in ("Prak Sokhonn", "Bộ Ngoại giao Việt Nam",
                     "Hội nghị đặc biệt Bộ trưởng Ngoại giao ASEAN - Trung Quốc",
                     "Hội nghị Bộ trưởng hợp tác Mekong - Lan Thương lần thứ 6"):
            self.assertIn(name, answers[0])

    def test_alias_and_id(self):
        by_alias = json.loads(self.ask("Vương quốc Campuchia", "--format", "json").stdout)
        self.assertEqual(by_alias["node"]["name"], "Campuchia")
        by_id = json.loads(self.ask(by_alias["node"]["id"], "--format", "json").stdout)
        self.assertEqual(by_id["neighbours"], by_alias["neighbours"])

    def test_formats(self):
        rows = self.rows("bui thanh son")
        tsv = self.ask("bui thanh son", "--format", "tsv").stdout.splitlines()
        table = self.ask("bui thanh son").stdout.splitlines()
        self.assertEqual(len(tsv), len(rows) + 1)
        self.assertEqual(len(table), len(rows) + 2)
        self.assertEqual({len(line.split("\t")) for line in tsv}, {14})
        self.assertEqual([line.split("\t")[4] for line in tsv[1:]], [row["node"]["name"] for row in rows])

    def test_hops(self):
        names = [{row["node"]["name"] for row in self.rows("Sar Kheng", "--hops", hops)}
                 for hops in ("1", "2", "1000")]
        self.assertLess(names[0], names[1])
        self.assertLessEqual(names[1], names[2])
        self.assertEqual({row["hop"] for row in self.rows("Sar Kheng", "--hops", "2")}, {1, 2})

    def test_relation_and_type(self):
        for relation in ("met", "gặp", "gap"):
            self.assertEqual([row["node"]["name"] for row in self.rows("bui thanh son", "--relation", relation)],
                             ["Prak Sokhonn"])
        both = self.rows("bui thanh son", "--relation", "met", "--relation", "attended")
        self.assertEqual({row["relation"] for row in both}, {"met", "attended"})
        for kind in ("Country", "Quốc gia"):
            rows = self.rows("bui thanh son", "--type", kind)
            self.assertEqual({row["node"]["type"] for row in rows}, {"Country"})
        kinds = self.rows("bui thanh son", "--type", "Person", "--type", "Country")
        self.assertEqual({row["node"]["type"] for row in kinds}, {"Person", "Country"})

    def test_unknown_relation_and_type(self):
        self.expect(self.ask("x", "--relation", "mett"), 2,
                    ["quanhe: error: unknown relation 'mett', did you mean 'met'?"])
        self.expect(self.ask("x", "--type", "Persn"), 2,
                    ["quanhe: error: unknown type 'Persn', did you mean 'Person'?"])
        done = self.ask("x", "--relation", "zzzzzzzz")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr,
                         r"\Aquanhe: error: unknown relation 'zzzzzzzz', expected one of: aided, .*\n\Z")

    def test_unknown_name(self):
        for name, likely in (("Bui Thanh Sonn", "Bùi Thanh Sơn"), ("Sokhonn", "Prak Sokhonn")):
            done = self.ask(name)
            self.expect(done, 1, [])
            self.assertTrue(done.stdout.startswith(f"nothing is named '{name}'; the nearest are:\n"), done.stdout)
            self.assertIn(likely, done.stdout)
            answer = json.loads(self.ask(name, "--format", "json").stdout)
            self.assertEqual((answer["outcome"], answer["candidates"][0]["name"]), ("unknown", likely))
        done = self.ask("qwxz")
        self.expect(done, 1, [])
        self.assertEqual(done.stdout, "nothing is named 'qwxz'\n")

    def test_no_graph(self):
        self.expect(self.quanhe("neighbours", "x"), 4,
                    ["quanhe: error: output/graph.db: no such file; make it with 'quanhe build'"])
        self.write("graph.db", "x" * 5000)
        self.expect(self.quanhe("neighbours", "x", "--graph", "graph.db"), 4,
                    ["quanhe: error: graph.db: not a graph that quanhe wrote"])
        self.expect(self.quanhe("neighbours", "x", "--graph", "."), 4,
                    ["quanhe: error: .: a folder, expected a graph.db"])


class Ambiguous(Case):
    """Two persons whose names differ in one diacritic."""

    def test_ambiguous_name(self):
        self.write("news.txt", "Bộ trưởng Ngoại giao Nguyễn Văn Hà gặp Ngoại trưởng Lào Saleumxay Kommasith.\n"
                   "Bộ trưởng Công an Nguyễn Văn Hạ gặp Ngoại trưởng Lào Saleumxay Kommasith.")
        self.expect(self.quanhe("build", "news.txt"), 0, [])
        done = self.quanhe("neighbours", "nguyen van ha")
        self.expect(done, 1, [])
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "'nguyen van ha' may be any of 2; ask again with an id:")
        self.assertEqual(len(lines), 4)
        ids = []
        for name in ("Nguyễn Văn Hà", "Nguyễn Văn Hạ"):
            (line,) = [line for line in lines if line.startswith(name)]
            ids.append(line.split()[-1])
        for name, node, ministry in (("Nguyễn Văn Hà", ids[0], "Bộ Ngoại giao Việt Nam"),
                                     ("Nguyễn Văn Hạ", ids[1], "Bộ Công an Việt Nam")):
            found = self.quanhe("neighbours", node)
            self.expect(found, 0, [])
            self.assertIn(ministry, found.stdout)
            self.assertEqual(found.stdout, self.quanhe("neighbours", name).stdout)
        answer = json.loads(self.quanhe("neighbours", "nguyen van ha", "--format", "json").stdout)
        self.assertEqual((answer["outcome"], len(answer["candidates"])), ("ambiguous", 2))


if __name__ == "__main__":
    main()
