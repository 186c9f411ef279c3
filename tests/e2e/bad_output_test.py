"""An output that cannot be written leaves everything as it was."""

import os
import resource
import shlex
import subprocess

from e2e import ALL_FILES, OTHER_FILES, QUANHE, SEEDS, Case, main


class Output(Case):
    def test_file_where_the_folder_should_be(self):
        self.write("out", "mine")
        for name in ("out", "out/graphs/today"):
            done = self.quanhe("build", SEEDS, "--output", name)
            self.expect(done, 4, [f"quanhe: error: {name}: the graph cannot be written there: "
                                  f"{self.folder.resolve()}/out is not a folder"])
        self.assertEqual((self.folder / "out").read_text(), "mine")

    def test_folder_where_a_file_should_be(self):
        (self.folder / "out" / "graph.jsonld").mkdir(parents=True)
        self.write("out/graph.dot", "old")
        done = self.quanhe("build", SEEDS, "--output", "out")
        self.expect(done, 4, ["quanhe: error: out/graph.jsonld: cannot write: Is a directory"])
        self.expect_files("out", ["graph.db-partial", "graph.dot", "graph.jsonld"])
        self.assertEqual((self.folder / "out" / "graph.dot").read_text(), "old")

    def test_another_graph_db(self):
        self.write("out/graph.db", "mine")
        done = self.quanhe("build", SEEDS, "--output", "out")
        self.expect(done, 4, ["quanhe: error: out/graph.db: not a graph that quanhe wrote"])
        self.expect_files("out", ["graph.db"])
        self.assertEqual((self.folder / "out" / "graph.db").read_text(), "mine")

    def test_folder_is_made(self):
        done = self.quanhe("build", SEEDS, "--output", "graphs/today/")
        self.expect(done, 0, [])
        self.expect_files("graphs/today", ALL_FILES)

    def test_limit_on_the_size_of_files(self):
        """Every file in turn meets the limit; the signal that comes with it does not end the program."""
        for name in OTHER_FILES:
            self.write("out/" + name, "old")
        for limit in (0, 20_000, 60_000):
            done = self.quanhe("build", SEEDS, "--output", "out",
                               preexec_fn=self.limit_to(limit))
            self.assertEqual((done.returncode, done.stdout), (4, ""))
            self.assertRegex(done.stderr, r"\Aquanhe: error: out/graph\.\w+: cannot write: [^\n]+\n\Z")
            self.expect_old("out")

    def test_limit_on_the_size_of_pictures(self):
        """The renderer meets the limit with one picture, which is no reason to fail."""
        renderer = shlex.quote(os.environ["QUANHE_RENDER"])
        program = self.program_without_pictures(f'[ "$1" = png ] && ulimit -f 8\nexec {renderer} "$@"')
        for name in OTHER_FILES:
            self.write("out/" + name, "old")
        done = self.quanhe("build", SEEDS, "--output", "out", program=program)
        self.expect(done, 0, ["quanhe: warning: no picture: out/graph.png: "
                              "the picture is larger than the renderer allows"])
        self.expect_files("out", [name for name in ALL_FILES if name != "graph.png"])

    def test_full_standard_output(self):
        lost = "cannot write to standard output: No space left on device"
        self.expect(self.run_into_full("extract", SEEDS), 4, ["quanhe: error: " + lost])
        self.expect(self.run_into_full("build", SEEDS, "--output", "out"), 0, ["quanhe: warning: " + lost])
        self.expect_files("out", ALL_FILES)
        asked = self.run_into_full("neighbours", "bui thanh son", "--graph", "out/graph.db")
        self.expect(asked, 4, ["quanhe: error: " + lost])

    def limit_to(self, size):
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    def run_into_full(self, *words):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([QUANHE, *words], stdout=full, stderr=subprocess.PIPE, cwd=self.folder)
        done.stderr = done.stderr.decode()
        return done


if __name__ == "__main__":
    main()
