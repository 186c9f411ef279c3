"""What a person sees in a terminal of 80 columns, and what a pipe gets instead."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import unicodedata

from e2e import QUANHE, SEEDS, Case, main
from made_news import make_documents


def width(line):
    """Columns that a line takes."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
               for sign in line)


class Terminal(Case):
    def in_terminal(self, *words, columns=80, **streams):
        """What a command shows in a terminal, which all its streams are but those in `streams`."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        streams = {"stdin": subprocess.DEVNULL, "stdout": theirs, "stderr": theirs} | streams
        process = subprocess.Popen([QUANHE, *map(str, words)], cwd=self.folder, **streams)
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 100)[0]:
            try:
                read = os.read(ours, 65536)
            except OSError:
                break
            if not read:
                break
            shown += read
        os.close(ours)
        self.assertEqual(process.wait(timeout=100), 0)
        return shown.decode()

    def test_progress(self):
        shown = self.in_terminal("build", SEEDS, "--output", "out")
        for words in ("2 documents read", "uniting the facts ...", "writing the graph ...",
                      "drawing the graph ..."):
            self.assertIn("\r\033[K" + words, shown)
        # What stays is the report alone.
        stays = shown.rpartition("\033[K")[2].replace("\r\n", "\n")
        self.assertEqual(stays.replace("2 new", "2 unchanged"), self.quanhe("build", SEEDS, "--output", "out").stdout)

    def test_progress_does_not_enter_an_output(self):
        with open(self.folder / "report", "wb") as report:
            shown = self.in_terminal("build", SEEDS, "--output", "out", stdout=report)
        self.assertIn("2 documents read", shown)
        self.assertNotIn(b"\033", (self.folder / "report").read_bytes())
        done = self.quanhe("build", SEEDS, "--output", "out")
        self.expect(done, 0, [])
        self.assertNotIn("\033", done.stdout)

    def test_width(self):
        self.assertEqual(self.quanhe("build", SEEDS).returncode, 0)
        piped = self.quanhe("neighbours", "bui thanh son").stdout
        self.assertGreater(max(map(width, piped.splitlines())), 80)
        self.assertNotIn("…", piped)
        for columns in (80, 100):
            shown = self.in_terminal("neighbours", "bui thanh son", columns=columns).replace("\r\n", "\n")
            self.assertLessEqual(max(map(width, shown.splitlines())), columns)
            self.assertEqual(shown.count("\n"), piped.count("\n"))
            self.assertIn("…", shown)
        self.assertEqual(self.in_terminal("neighbours", "bui thanh son", columns=300).replace("\r\n", "\n"), piped)

    def test_no_locale(self):
        """Bytes in, bytes out: the locale of the machine changes nothing."""
        self.assertEqual(self.quanhe("build", SEEDS).returncode, 0)
        answers = [self.quanhe("neighbours", "Bùi Thanh Sơn", env={"LC_ALL": locale, "PATH": "/nowhere"}).stdout
                   for locale in ("C", "C.UTF-8", "tr_TR.UTF-8")]
        self.assertEqual(len(set(answers)), 1)
        self.assertIn("Prak Sokhonn", answers[0])

    def test_reader_that_has_seen_enough(self):
        for document in make_documents(count=200, seed=1):
            self.write(f"news/{document['id']}.txt", document["text"])
        command = f'"{QUANHE}" extract news | head -1; echo "${{PIPESTATUS[0]}}"'
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=self.folder, timeout=100)
        first, status = done.stdout.splitlines()
        self.assertTrue(first.startswith('{"id":"day/000",'), first)
        self.assertEqual((done.stderr, status), ("", str(128 + 13)))


if __name__ == "__main__":
    main()
