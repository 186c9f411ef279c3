"""A disk that fills up at any moment of the writing leaves the old files as they were."""

import os
import subprocess
import tempfile

from e2e import GRAPH_FILES, OTHER_FILES, SEEDS, Case, main, skip


def mount(folder, kibibytes):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "none", folder],
                   check=True, capture_output=True, text=True)


def unmount(folder):
    subprocess.run(["umount", folder], check=True)


class FullDisk(Case):
    def mount(self, kibibytes):
        folder = self.folder / "disk"
        folder.mkdir(exist_ok=True)
        mount(folder, kibibytes)
        for name in OTHER_FILES:
            self.write("disk/" + name, "old")

    def unmount(self):
        unmount(self.folder / "disk")

    def test_every_file_in_turn(self):
        """The disk is larger each time, until all fits; in between each of the files was the one that did not."""
        full = set()
        for kibibytes in range(64, 1600, 64):
            self.mount(kibibytes)
            try:
                done = self.quanhe("build", SEEDS, "--output", "disk")
                self.expect_nothing_half_written(done)
                full.update(line.split(": ")[2 if "error" in line else 3] for line in done.stderr.splitlines())
            finally:
                self.unmount()
            if done.returncode == 0 and not done.stderr:
                break
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        # While it is written the store takes more room than all other files but the picture do afterwards.
        self.assertTrue({"disk/graph.db", "disk/graph.png"} <= full, full)

    def expect_nothing_half_written(self, done):
        there = sorted(path.name for path in (self.folder / "disk").iterdir())
        if done.returncode == 4:
            self.assertRegex(done.stderr, r"\Aquanhe: error: disk/graph\.\w+: cannot write: "
                             r"(the disk is full|No space left on device)\n\Z")
            self.expect_old("disk")
            return
        self.assertEqual(done.returncode, 0)
        pictures = []
        for line in done.stderr.splitlines():
            self.assertRegex(line, r"\Aquanhe: warning: no picture: disk/graph\.(svg|png): "
                             r"cannot write: No space left on device\Z")
        for name in ("graph.png", "graph.svg"):
            if f"disk/{name}: " not in done.stderr:
                pictures.append(name)
        self.assertEqual(there, sorted(GRAPH_FILES + pictures))


if __name__ == "__main__":
    if os.geteuid() != 0:
        skip("only root can mount a small disk")
    with tempfile.TemporaryDirectory() as folder:
        try:
            mount(folder, 64)
        except (OSError, subprocess.CalledProcessError) as error:
            skip(f"a small disk cannot be mounted here: {getattr(error, 'stderr', error)}")
        unmount(folder)
    main()
