"""Runs quanhe as a person at a shell does, in a folder of its own, and looks at all that it did."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

QUANHE = pathlib.Path(os.environ["QUANHE"])
SOURCE = pathlib.Path(os.environ["QUANHE_SOURCE_DIR"])
SEEDS = SOURCE / "seeds"
RULES = SOURCE / "rules" / "vi-diplomacy"

GRAPH_FILES = ["graph.db", "graph.dot", "graph.gexf", "graph.graphml", "graph.html", "graph.jsonld"]
ALL_FILES = [*GRAPH_FILES, "graph.png", "graph.svg"]

# What may stand in the folder before the first build: anything but a graph.db that is none.
OTHER_FILES = [name for name in ALL_FILES if name != "graph.db"]

# A document with facts, in one sentence.
SENTENCE = "Ngày 7/6/2021, Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Ngoại trưởng Lào Saleumxay Kommasith."


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="quanhe-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def quanhe(self, *words, input="", program=QUANHE, **options):
        """Runs a command in the folder of the case; its output and errors are text."""
        data = input if isinstance(input, bytes) else input.encode()
        done = subprocess.run([str(program), *map(str, words)], input=data, capture_output=True,
                              cwd=self.folder, timeout=250, **options)
        done.stdout = done.stdout.decode()
        done.stderr = done.stderr.decode()
        return done

    def expect(self, done, code, errors):
        """`errors` is all that stands on standard error, as lines."""
        self.assertEqual(done.stderr.splitlines(), errors)
        self.assertEqual(done.returncode, code)

    def expect_files(self, folder, names):
        """Exactly these are in the folder, so nothing half-written is."""
        self.assertEqual(sorted(path.name for path in (self.folder / folder).iterdir()), sorted(names))

    def expect_old(self, folder):
        """Beside what a first build needs to go on, there are the old files only, as they were."""
        names = {path.name for path in (self.folder / folder).iterdir()}
        left = {"graph.db-partial", "graph.db-partial-wal", "graph.db-partial-shm", "graph.db-partial-journal"}
        self.assertEqual(names - left, set(OTHER_FILES))
        self.assertEqual({(self.folder / folder / name).read_text() for name in OTHER_FILES}, {"old"})

    def program_without_pictures(self, renderer=None):
        """quanhe in a folder where quanhe-render is missing, or is the shell script `renderer`."""
        (self.folder / "bin").mkdir()
        program = self.folder / "bin" / "quanhe"
        shutil.copy(QUANHE, program)
        if renderer is not None:
            self.write("bin/quanhe-render", "#!/bin/sh\n" + renderer + "\n").chmod(0o755)
        return program


def main():
    unittest.main(verbosity=2)
