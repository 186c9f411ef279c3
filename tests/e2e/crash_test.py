"""A build that is killed at any moment leaves a graph that opens and is whole, and the next build goes on.

QUANHE_KILLS says how often it is killed; 25 times when it is not set."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

from e2e import QUANHE, Case, main
from made_news import make_documents

DOCUMENTS = 500
KILLS = int(os.environ.get("QUANHE_KILLS", "25"))


def lines_of(documents):
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


class Crash(Case):
    def start(self):
        return subprocess.Popen([str(QUANHE), "build", "day.jsonl", "--no-export", "--output", "out"], cwd=self.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def finish(self):
        self.assertEqual(self.start().wait(timeout=200), 0)
        done = self.quanhe("dump", "--graph", "out/graph.db")
        self.expect(done, 0, [])
        return done.stdout

    def expect_whole(self, name):
        path = self.folder / "out" / name
        if not path.exists():
            return
        if name == "graph.db":
            done = self.quanhe("dump", "--graph", f"out/{name}")
            self.expect(done, 0, [])
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        database.close()

    def test_killed_at_random_moments(self):
        documents = make_documents(DOCUMENTS, seed=11)
        changed = make_documents(DOCUMENTS, seed=12)
        for number in range(0, DOCUMENTS, 2):
            changed[number] = documents[number]
        texts = {"first": lines_of(documents), "changed": lines_of(changed)}
        expected = {}
        duration = {}
        for name, text in texts.items():
            self.write("day.jsonl", text)
            begun = time.monotonic()
            expected[name] = self.finish()
            duration[name] = time.monotonic() - begun
        choice = random.Random(13)
        kills = 0
        while kills < KILLS:
            shutil.rmtree(self.folder / "out")
            for name, text in texts.items():
                self.write("day.jsonl", text)
                for _ in range(choice.randint(1, 4)):
                    build = self.start()
                    time.sleep(choice.uniform(0, duration[name]))
                    build.send_signal(signal.SIGKILL)
                    build.wait()
                    kills += 1
                    self.expect_whole("graph.db")
                    self.expect_whole("graph.db-partial")
                self.assertEqual(self.finish(), expected[name])
        print(f"killed {kills} times")


main()
