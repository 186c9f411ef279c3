"""`quanhe rules diff` shows each edge that a change to a pack gains or loses, and fails where one was lost."""

import small_pack
from e2e import SEEDS, Case, main

TEXT = "Norway thanked Chile. Ane Dahl saw Jon Vik.\n"


class Diff(Case):
    def setUp(self):
        super().setUp()
        small_pack.write(self, "old")
        small_pack.write(self, "new")
        self.write("news.txt", TEXT)

    def change(self, name, before, after):
        """In the new pack."""
        self.assertIn(before, small_pack.FILES[name])
        self.write("new/" + name, small_pack.FILES[name].replace(before, after))

    def diff(self, *words):
        return self.quanhe("rules", "diff", *words)

    def test_same_pack(self):
        done = self.diff("old", "new", SEEDS, "news.txt")
        self.expect(done, 0, [])
        self.assertEqual(done.stdout, "0 edges lost, 0 gained in 3 documents\n")

    def test_lost_and_gained(self):
        self.change("relations.yaml", "-thanked->", "-praised->")
        done = self.diff("old", "new", "news.txt")
        self.expect(done, 1, [])
        self.assertEqual(done.stdout.splitlines(), [
            "news",
            "  lost    Norway -thanked-> Chile, by thanks",
            '    "Norway thanked Chile."',
            "  gained  Norway -praised-> Chile, by thanks",
            '    "Norway thanked Chile."',
            "",
            "1 edge lost, 1 gained in 1 document"])

    def test_only_gained(self):
        self.change("words.yaml", "met, saw", "met")
        done = self.diff("new", "old", "news.txt")
        self.expect(done, 0, [])
        self.assertEqual(done.stdout.splitlines()[1:3],
                         ["  gained  Ane Dahl -met- Jon Vik, by meets", '    "Ane Dahl saw Jon Vik."'])
        self.expect(self.diff("old", "new", "news.txt"), 1, [])

    def test_another_type_is_another_edge(self):
        for pack, kind in (("old", "Person"), ("new", "Country")):
            self.write(f"{pack}/lexicon/made.yaml", f"type: {kind}\nentries:\n  Avalon: []\n")
        self.write("news.txt", "Chile thanked Avalon.")
        self.assertEqual(self.diff("old", "new", "news.txt").stdout.splitlines()[1::2][:2], [
            "  lost    Chile (Country) -thanked-> Avalon (Person), by thanks",
            "  gained  Chile (Country) -thanked-> Avalon (Country), by thanks"])

    def test_what_is_no_change(self):
        """Another rule, another confidence, and fewer sentences that say so."""
        self.change("relations.yaml", "- id: meets\n", "- id: sees\n")
        self.change("pack.yaml", "900", "700")
        self.change("words.yaml", "met, saw", "met")
        self.write("news.txt", TEXT + "Ane Dahl met Jon Vik.\n")
        self.expect(self.diff("old", "new", "news.txt"), 0, [])

    def test_inputs_and_packs(self):
        refusal = "quanhe: error: bad.txt: line 1, byte 0: not UTF-8"
        self.write("bad.txt", b"\xff")
        self.expect(self.diff("old", "new", "news.txt", "bad.txt"), 3, [refusal])
        self.change("words.yaml", "met, saw", "met")
        self.expect(self.diff("old", "new", "news.txt", "bad.txt"), 1, [refusal])
        self.expect(self.diff("old", "new", "bad.txt"), 4, [refusal, "quanhe: error: no document could be read"])
        self.expect(self.diff("nowhere", "nothing", "news.txt"), 4, [
            "nowhere: error: there is no such folder of rules", "quanhe: error: the rules cannot be used",
            "nothing: error: there is no such folder of rules", "quanhe: error: the rules cannot be used"])


if __name__ == "__main__":
    main()
