"""A pack with faults is refused with all of them, each at its place; nothing is read or written."""

import shutil

from e2e import RULES, SEEDS, Case, main

UNUSABLE = "quanhe: error: the rules cannot be used"


class Rules(Case):
    def expect_refusal(self, folder, errors):
        done = self.quanhe("build", SEEDS, "--rules", folder, "--output", "out")
        self.expect(done, 4, errors + [UNUSABLE])
        self.assertEqual(done.stdout, "")
        self.assertFalse((self.folder / "out").exists())

    def copy_pack(self):
        shutil.copytree(RULES, self.folder / "pack")

    def append(self, name, text):
        """Adds a line to a file of the pack; gives its number."""
        path = self.folder / "pack" / name
        before = path.read_text()
        before = before if before.endswith("\n") else before + "\n"
        path.write_text(before + text)
        return before.count("\n") + 1

    def test_missing_folder(self):
        self.expect_refusal("nowhere", ["nowhere: error: there is no such folder of rules"])

    def test_folder_that_is_no_pack(self):
        (self.folder / "empty").mkdir()
        self.expect_refusal("empty", ["empty: error: not a pack of rules: there is no pack.yaml in this folder"])

    def test_file(self):
        self.write("pack.yaml", "name: x\n")
        self.expect_refusal("pack.yaml", ["pack.yaml: error: a file, expected the folder of a pack of rules"])

    def test_file_that_is_not_known(self):
        self.copy_pack()
        self.write("pack/relation.yaml", "")
        self.expect_refusal("pack", ["pack/relation.yaml: error: a pack has no file of this name",
                                     'help: did you mean "relations.yaml"?'])

    def test_faults_in_several_files_at_once(self):
        self.copy_pack()
        words = self.append("relations.yaml", '- id: broken\n  match: "{a: Persn} gặp"\n') + 1
        key = self.append("status.yaml", "- id: cue\n  statuz: denied\n") + 1
        done = self.quanhe("extract", SEEDS, "--rules", "pack")
        self.assertEqual((done.returncode, done.stdout), (4, ""))
        errors = done.stderr.splitlines()
        self.assertEqual(errors[-1], UNUSABLE)
        self.expect_place(errors, f"pack/relations.yaml:{words}:15: error: ", "Persn")
        self.expect_place(errors, f"pack/status.yaml:{key}:3: error: ", "statuz")

    def expect_place(self, errors, place, word):
        """One line begins with the place; the next two are the line of the file and a caret below the word."""
        found = [number for number, error in enumerate(errors) if error.startswith(place) and word in error]
        self.assertEqual(len(found), 1, f"{place}, {word}: {errors}")
        line, caret = errors[found[0] + 1:found[0] + 3]
        self.assertEqual(caret.strip(), "^")
        self.assertEqual(line[caret.index("^"):][:len(word)], word)

    def test_fault_at_every_word_of_one_long_line(self):
        self.copy_pack()
        number = self.append("words.yaml", "broken: [" + "x, " * 100_000 + "]\n")
        done = self.quanhe("extract", SEEDS, "--rules", "pack")
        self.assertEqual(done.returncode, 4)
        self.assertLess(len(done.stderr), 20_000_000)
        errors = done.stderr.splitlines()
        self.assertTrue(errors[0].startswith(f"pack/words.yaml:{number}:"), errors[0])
        self.assertRegex(errors[-2], r"^and \d+ more$")
        self.assertEqual(errors[-1], UNUSABLE)

    def test_not_yaml(self):
        self.copy_pack()
        number = self.append("words.yaml", "broken: [a\n")
        done = self.quanhe("extract", SEEDS, "--rules", "pack")
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.stderr, rf"^pack/words\.yaml:{number + 1}:\d+: error: not YAML: ")
        self.assertEqual(done.stderr.splitlines()[-1], UNUSABLE)

    def test_not_utf8(self):
        self.copy_pack()
        self.write("pack/status.yaml", b"- id: \xff\n")
        self.expect_refusal("pack", ["pack/status.yaml:1:1: error: a byte that is not UTF-8 in this line",
                                     "help: save the file in the encoding UTF-8"])


if __name__ == "__main__":
    main()
