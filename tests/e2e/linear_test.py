"""Hostile texts and packs come to an end, are read to their end, and fill no memory.

How fast is measured by tests/bench/linear_bench.py. Here a run that takes a hundred times what it should is cut off.
"""

import contextlib
import json
import os
import sqlite3
import sys

from e2e import QUANHE, SOURCE, Case, main

sys.path.insert(0, str(SOURCE / "tests" / "bench"))
import hostile  # noqa: E402

PEAK = SOURCE / "tests" / "bench" / "peak.py"
SANITIZED = "LSAN_OPTIONS" in os.environ or "TSAN_OPTIONS" in os.environ
SIZE = 200_000 if SANITIZED else 2_000_000
MOST_KEPT = 65_536


class Linear(Case):
    def extract(self, text, *options):
        self.write("text.txt", text)
        done = self.quanhe(PEAK, "needed.txt", QUANHE, "extract", "text.txt", "--threads", 1, *options,
                           program=sys.executable)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        facts = json.loads(done.stdout)
        cut_short = "says more than is kept" in done.stderr
        self.assertEqual(done.returncode, 3 if cut_short else 0, done.stderr)
        self.assertLessEqual(len(facts["edges"]), MOST_KEPT)
        if not SANITIZED:
            peak = 1024 * int((self.folder / "needed.txt").read_text().split()[1])
            self.assertLess(peak, (150 << 20) + 4 * len(text.encode()))
        return facts, cut_short

    def expect_quotes(self, text, edges):
        """Spans count the bytes of the whole document, whatever the pieces in which it was read."""
        content = text.encode()
        for edge in edges:
            evidence = edge["evidence"]
            self.assertEqual(content[evidence["start"] : evidence["end"]].decode(), evidence["quote"])

    def test_texts(self):
        for kind in hostile.TEXTS:
            with self.subTest(kind):
                text = hostile.text(kind, SIZE)
                facts, cut_short = self.extract(text)
                self.expect_quotes(text, facts["edges"])
                if kind == "facts":
                    self.assertFalse(cut_short)
                    self.assertGreater(facts["edges"][-1]["evidence"]["end"], len(text.encode()) - 1_000)
                self.assertEqual(facts["edges"], sorted(facts["edges"], key=lambda edge: edge["evidence"]["start"]))

    def test_patterns(self):
        for name, (_, _, words) in hostile.PATTERNS.items():
            with self.subTest(name):
                pack = hostile.write_pack(self.folder / f"pack {name}", name)
                checked = self.quanhe("rules", "check", pack)
                self.assertEqual(checked.returncode, 0, checked.stdout)
                self.extract(hostile.repeated(words, SIZE // 100), "--rules", pack)

    # A table that hashes them as C++ does takes 500 seconds.
    def test_names_of_fields_that_have_one_hash(self):
        names = hostile.names_of_one_hash(SIZE // 6)
        line = json.dumps({"id": "one", "text": "Hai bên gặp nhau.", **dict.fromkeys(names, 0)}, ensure_ascii=False)
        self.write("lines.jsonl", line + "\n")
        done = self.quanhe("extract", "lines.jsonl")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout)["id"], "one")

    # Each costs a walk along all words that the index holds before it writes them.
    def test_words_that_have_one_hash_in_the_index(self):
        words = list(hostile.words_of_one_index_hash(SIZE // 80))
        self.write("text.txt", ".\n".join(" ".join(words[first : first + 20]) for first in range(0, len(words), 20)))
        done = self.quanhe("build", "text.txt", "--no-export", "--output", "graph")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with contextlib.closing(sqlite3.connect(self.folder / "graph" / "graph.db")) as database:
            for index in ("sentence_search", "name_search"):
                held = database.execute(f"SELECT v FROM {index}_config WHERE k = 'hashsize'").fetchone()[0]
                self.assertLessEqual(held, 4 << 20)
            found = database.execute("SELECT count(*) FROM sentence_search WHERE sentence_search MATCH ?", words[-1:])
            self.assertEqual(found.fetchone(), (1,))


if __name__ == "__main__":
    main()
