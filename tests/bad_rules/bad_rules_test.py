"""Asserts what `quanhe rules check` says of faulty packs, to the letter.

A case is a folder that holds the files in which it differs from base/, a pack without a fault, and
expected.txt, the whole output. A file of the case that holds nothing but "@absent" takes that file
of base/ away. With --update the expected files are written anew.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
QUANHE = os.environ.get("QUANHE", "quanhe")


def make_pack(case, folder):
    shutil.copytree(HERE / "base", folder)
    for path in sorted(case.rglob("*")):
        if path.is_dir() or path.name == "expected.txt":
            continue
        target = folder / path.relative_to(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.read_bytes() == b"@absent":
            target.unlink()
        else:
            shutil.copyfile(path, target)


def output_for(case):
    with tempfile.TemporaryDirectory() as folder:
        make_pack(case, pathlib.Path(folder) / "pack")
        done = subprocess.run([QUANHE, "rules", "check", "pack"], cwd=folder, capture_output=True,
                              text=True, check=False)
    return f"{done.stdout}{done.stderr}exit code {done.returncode}\n"


def main():
    update = sys.argv[1:] == ["--update"]
    cases = sorted(path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")
    wrong = 0
    for case in cases:
        got = output_for(case)
        expected = case / "expected.txt"
        if update:
            expected.write_text(got, encoding="utf-8")
        elif not expected.exists() or got != expected.read_text(encoding="utf-8"):
            wrong += 1
            print(f"{case.name}: expected\n{expected.read_text(encoding='utf-8') if expected.exists() else ''}"
                  f"{case.name}: got\n{got}")
    print(f"{len(cases)} cases, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
