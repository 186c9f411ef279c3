"""`quanhe rules coverage` tells which rules fire, and what time they take only where it is asked for."""

import json
import subprocess

import small_pack
from e2e import QUANHE, RULES, SEEDS, Case, main
from made_news import make_documents


class Coverage(Case):
    def coverage(self, *words):
        done = self.quanhe("rules", "coverage", *words)
        self.expect(done, 0, [])
        return done.stdout

    def rows(self, text):
        """The table, by kind and rule."""
        lines = text.split("\n\n")[0].splitlines()
        return {tuple(line.split()[:2]): line.split()[2:] for line in lines[1:]}

    def silent(self, text):
        """The rules that never fired."""
        lines = text.split("\n\n")[1].splitlines()
        kind, found = None, set()
        for line in lines[1:]:
            words = line.replace(",", " ").split()
            kind, words = (words[0], words[1:]) if line[2] != " " else (kind, words)
            found |= {(kind, word) for word in words}
        return found

    def test_same_output_in_every_run(self):
        self.assertEqual(self.coverage(SEEDS), self.coverage(SEEDS))

    def test_edges_are_those_of_extract(self):
        documents = make_documents(count=60, seed=9)
        self.write("news.jsonl", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents))
        rows = self.rows(self.coverage("news.jsonl"))
        extracted = subprocess.run([QUANHE, "extract", self.folder / "news.jsonl"], capture_output=True, check=True)
        edges = {}
        for line in extracted.stdout.decode().splitlines():
            for edge in json.loads(line)["edges"]:
                rule = edge["evidence"]["rule"]
                edges[rule] = edges.get(rule, 0) + 1
        counted = {}
        for (_, rule), numbers in rows.items():
            if len(numbers) == 2 and numbers[1] != "0":
                counted[rule] = counted.get(rule, 0) + int(numbers[1])
        self.assertEqual(counted, edges)

    def test_every_rule_fires_or_is_silent(self):
        text = self.coverage(SEEDS)
        fired, silent = set(self.rows(text)), self.silent(text)
        self.assertTrue(fired)
        self.assertTrue(silent)
        self.assertFalse(fired & silent)
        self.assertIn(f"never fired: {len(silent)} of {len(fired | silent)} rules\n", text)
        timed = self.rows(self.coverage(SEEDS, "--time"))
        self.assertEqual(set(timed), fired | silent)

    def test_time(self):
        """Of every kind of rule that has patterns, some took time."""
        rows = self.rows(self.coverage(SEEDS, "--time"))
        kinds = {kind for kind, _ in rows}
        for kind in kinds - {"derivation"}:
            self.assertGreater(sum(float(numbers[-1]) for (own, _), numbers in rows.items() if own == kind), 0, kind)
        self.assertEqual({len(numbers) for (kind, _), numbers in rows.items() if kind == "derivation"}, {2})

    def test_gaps(self):
        small_pack.write(self, "pack")
        self.write("a.txt", "Norway sent gifts to Chile. Chile SENT gifts to Ane Dahl.\nNorway thanked Chile.\n")
        gaps = self.coverage("a.txt", "--rules", "pack").split("\n\n")[2].splitlines()
        self.assertEqual(gaps, ["gaps in 2 of 3 sentences: two mentions or more, no edge",
                                '  2    "sent gifts to"',
                                "         a: [Country Norway] sent gifts to [Country Chile]."])
        self.assertEqual(len(self.coverage("a.txt", "--rules", "pack", "--gaps", "0").split("\n\n")[2].splitlines()), 1)

    def test_rules_that_cannot_be_used(self):
        done = self.quanhe("rules", "coverage", SEEDS, "--rules", RULES / "nowhere")
        self.assertEqual((done.returncode, done.stdout), (4, ""))


if __name__ == "__main__":
    main()
