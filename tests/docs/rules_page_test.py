"""Asserts that docs/rules.md, put together as the pack that it is, has no fault and that the examples
of its rules come out as they say."""

import os
import pathlib
import subprocess
import sys
import tempfile

import page_pack

ROOT = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
QUANHE = os.environ.get("QUANHE", "quanhe")


def run(folder, *arguments):
    done = subprocess.run([QUANHE, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"quanhe {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = page_pack.files_of(ROOT / "docs" / "rules.md")
        page_pack.write(files, pathlib.Path(folder) / "page")
        checked = run(folder, "rules", "check", "page", "--strict")
        tested = checked and run(folder, "rules", "test", "page")
    print(f"{len(files)} files on the page")
    return 0 if tested else 1


if __name__ == "__main__":
    sys.exit(main())
