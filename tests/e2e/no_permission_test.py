"""What the user may not read or write. Root may do everything, so as root the cases run as another user."""

import os
import shutil
import subprocess

from e2e import QUANHE, RULES, SENTENCE, Case, main, skip

NOBODY = 65534
AS_NOBODY = dict(user=NOBODY, group=NOBODY, extra_groups=[]) if os.geteuid() == 0 else {}


class Permission(Case):
    def setUp(self):
        """The program and its rules are copied to where that user may read them."""
        super().setUp()
        shutil.copy(QUANHE, self.folder / "quanhe")
        shutil.copytree(RULES, self.folder / "rules")
        self.addCleanup(self.unlock)

    def unlock(self):
        for path, _, _ in os.walk(self.folder):
            os.chmod(path, 0o755)

    def lock(self, name, mode=0):
        (self.folder / name).chmod(mode)

    def run_locked(self, *words):
        return self.quanhe(*words, "--rules", "rules", program=self.folder / "quanhe", **AS_NOBODY)

    def test_file(self):
        self.write("news/a.txt", SENTENCE)
        self.write("news/b.jsonl", '{"id": "x", "text": "x"}')
        self.write("news/c.txt", SENTENCE)
        self.lock("news/a.txt")
        self.lock("news/b.jsonl")
        done = self.run_locked("extract", "news")
        self.expect(done, 3, ["quanhe: error: news/a.txt: cannot read: Permission denied",
                              "quanhe: error: news/b.jsonl: cannot read: Permission denied"])
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_folder(self):
        self.write("news/locked/a.txt", SENTENCE)
        self.write("news/b.txt", SENTENCE)
        self.lock("news/locked")
        done = self.run_locked("extract", "news")
        self.expect(done, 3, ["quanhe: error: news/locked: cannot list: Permission denied"])
        self.assertEqual(len(done.stdout.splitlines()), 1)
        done = self.run_locked("extract", "news/locked/a.txt")
        self.expect(done, 4, ["quanhe: error: news/locked/a.txt: cannot read: Permission denied",
                              "quanhe: error: no document could be read"])

    def test_rules(self):
        self.write("news.txt", SENTENCE)
        self.lock("rules/words.yaml")
        self.expect(self.run_locked("extract", "news.txt"), 4,
                    ["rules/words.yaml: error: cannot read: Permission denied",
                     "quanhe: error: the rules cannot be used"])

    def test_output(self):
        self.write("news.txt", SENTENCE)
        self.write("out/graph.db", "old")
        self.lock("out", 0o555)
        for name in ("out", "out/deeper"):
            self.expect(self.run_locked("build", "news.txt", "--output", name), 4,
                        [f"quanhe: error: {name}: the graph cannot be written there: "
                         f"{self.folder.resolve()}/out: Permission denied"])
        self.expect_files("out", ["graph.db"])
        self.assertEqual((self.folder / "out" / "graph.db").read_text(), "old")

    def test_graph(self):
        self.write("graph.db", "x")
        self.lock("graph.db")
        done = self.quanhe("neighbours", "x", "--graph", "graph.db",
                           program=self.folder / "quanhe", **AS_NOBODY)
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.stderr, r"\Aquanhe: error: graph\.db: cannot read: [^\n]*Permission denied[^\n]*\n\Z")


if __name__ == "__main__":
    try:
        subprocess.run(["true"], check=True, **AS_NOBODY)
    except (OSError, subprocess.SubprocessError) as error:
        skip(f"root cannot run a program as another user here: {error}")
    main()
