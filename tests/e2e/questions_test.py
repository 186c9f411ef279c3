"""What the questions to a graph say of files that are none."""

import random
import sqlite3
import tempfile
from pathlib import Path

from e2e import SEEDS, Case, main

QUESTIONS = [["show", "Campuchia"], ["why", "Campuchia", "Việt Nam"], ["facts"], ["timeline", "Campuchia"],
             ["search", "hợp tác"], ["contradictions"], ["stats"], ["sql", "SELECT quote FROM relations"]]


class Graphs(Case):
    def ask_all(self, graph, expected):
        for words in QUESTIONS:
            done = self.quanhe(*words, "--graph", graph)
            self.assertEqual(done.returncode, 4, (words, done.stdout))
            self.assertEqual(done.stdout, "", words)
            self.assertEqual(len(done.stderr.splitlines()), 1, (words, done.stderr))
            self.assertIn(expected, done.stderr, words)

    def test_missing(self):
        self.ask_all("none.db", "none.db: no such file; make it with 'quanhe build'")

    def test_foreign(self):
        with tempfile.TemporaryDirectory() as folder:
            text = Path(folder) / "text.db"
            text.write_text("no database\n" * 1000, encoding="utf-8")
            self.ask_all(text, "not a graph that quanhe wrote")
            other = Path(folder) / "other.db"
            connection = sqlite3.connect(other)
            connection.execute("CREATE TABLE nodes (a)")
            connection.close()
            self.ask_all(other, "not a graph that quanhe wrote")

    def test_damaged(self):
        """Every page but the first, which tells what the file is, has lost its beginning."""
        self.quanhe("build", SEEDS, "--output", "whole", "--no-export")
        graph = self.folder / "whole" / "graph.db"
        content = bytearray(graph.read_bytes())
        made = random.Random(5)
        for page in range(4096, len(content), 4096):
            content[page:page + 512] = made.randbytes(512)
        graph.write_bytes(content)
        self.ask_all(graph, "damaged")


if __name__ == "__main__":
    main()
