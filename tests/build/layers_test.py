"""Asserts that CMake refuses what breaks the order of layers, and nothing else.

Each folder in layers/ is a small tree. Its file `expected` holds, whole and in order, the faults
that configuring the tree must report; it is empty where the tree respects the order.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent.parent / "cmake"
CMAKE = os.environ.get("CMAKE_COMMAND", "cmake")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def configure(source, case, build):
    return run(CMAKE, "-G", "Ninja", "-S", source, "-B", build, f"-DCASE={case}",
               f"-DQUANHE_CMAKE_DIR={RULES}")


def faults_in(output):
    return "".join(line + "\n" for line in output.splitlines() if ": error: " in line)


def check_case(case, build):
    """Returns what is wrong with the case, or nothing."""
    expected = (HERE / "layers" / case / "expected").read_text()
    code, output = configure(HERE / "layers", case, build)
    found = faults_in(output)
    if found != expected:
        return f"expected:\n{expected}found:\n{found}whole output:\n{output}"
    if (code == 0) != (expected == ""):
        return f"cmake exited {code} with:\n{output}"
    return None


def check_edit(folder):
    """A tree that was configured once is checked again when an edit brings in an include."""
    source, build = folder / "layers", folder / "edited"
    shutil.copytree(HERE / "layers", source)
    code, output = configure(source, "respected", build)
    if code != 0:
        return output
    edited = source / "respected" / "src" / "base" / "words.h"
    edited.write_text(edited.read_text() + '#include "text/token.h"\n')
    # A clock that ticks slowly could give the edit the time of the configuration before it.
    later = (build / "build.ninja").stat().st_mtime + 2
    os.utime(edited, (later, later))
    code, output = run(CMAKE, "--build", build)
    if code == 0 or "but 'text' is a layer above it" not in output:
        return f"the edit was not refused, cmake exited {code} with:\n{output}"
    return None


def main():
    cases = sorted(path.parent.name for path in (HERE / "layers").glob("*/expected"))
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        checks = [(case, lambda c=case: check_case(c, folder / c)) for case in cases]
        checks.append(("an edit", lambda: check_edit(folder)))
        for name, check in checks:
            wrong = check()
            print(f"{'wrong' if wrong else 'right'}: {name}")
            if wrong:
                print(wrong)
                failed += 1
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
