"""A picture that cannot be drawn is a warning: the graph is there all the same."""

import json

from e2e import GRAPH_FILES, OTHER_FILES, SEEDS, Case, main


class Pictures(Case):
    def expect_no_pictures(self, program, reason, renderers=("svg", "png")):
        """`reason` stands behind the name of each picture, or alone when `renderers` is empty."""
        (self.folder / "out" / "graph.db").unlink(missing_ok=True)
        for name in OTHER_FILES:
            self.write("out/" + name, "old")
        done = self.quanhe("build", SEEDS, "--output", "out", program=program)
        errors = [f"quanhe: warning: no picture: out/graph.{kind}: {reason}" for kind in renderers]
        self.expect(done, 0, errors or ["quanhe: warning: no picture: " + reason])
        # Pictures of an earlier graph would show what is no longer so.
        self.expect_files("out", GRAPH_FILES)
        self.assertNotIn("graph.svg", done.stdout)
        self.assertIn("wrote out/graph.dot\n", done.stdout)
        self.assertNotEqual((self.folder / "out" / "graph.dot").read_text(), "old")

    def test_renderer_crashes(self):
        program = self.program_without_pictures('echo half > "$3"; kill -SEGV $$')
        self.expect_no_pictures(program, "the renderer crashed: Segmentation fault")

    def test_renderer_says_why(self):
        program = self.program_without_pictures('echo "quanhe-render: error: too tired" >&2; exit 4')
        self.expect_no_pictures(program, "too tired")

    def test_renderer_says_nothing(self):
        self.expect_no_pictures(self.program_without_pictures("exit 3"), "the renderer failed with exit code 3")

    def test_renderer_is_missing(self):
        program = self.program_without_pictures()
        self.expect_no_pictures(program, f"{program.resolve().parent}/quanhe-render: cannot run: No such file or "
                                "directory; it is installed beside the program and draws the pictures", ())

    def test_graph_too_big_to_draw(self):
        """Fifteen hundred nodes are drawn at most."""
        syllables = [first + last for first in "BDKLMNRS" for last in "aeiou"]
        names = [f"{first}{second.lower()} Tano" for first in syllables for second in syllables]
        texts = [f"Ngoại trưởng Lào {name} gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn." for name in names]
        lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
        self.assertGreater(len(lines), 1500)
        for name in OTHER_FILES:
            self.write("out/" + name, "old")
        done = self.quanhe("build", "-", "--output", "out", input="\n".join(lines))
        self.assertRegex(done.stderr, r"\Aquanhe: warning: no picture: \d+ nodes are more than the 1500 that "
                         r"a picture can show; a part of the graph can be drawn: 'quanhe export --format svg --output part\.svg' "
                         r"with --focus NAME or --top 100\n\Z")
        self.assertEqual(done.returncode, 0)
        self.expect_files("out", GRAPH_FILES)
        found = self.quanhe("neighbours", names[-1], "--graph", "out/graph.db")
        self.assertIn("Bùi Thanh Sơn", found.stdout)


if __name__ == "__main__":
    main()
