"""Asserts that a skipped test is listed by name and reason, and a passed one is not."""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CMAKE = os.environ.get("CMAKE_COMMAND", "cmake")

PROJECT = """
cmake_minimum_required(VERSION 3.22)
project(sample LANGUAGES NONE)
enable_testing()
add_test(NAME reads.remote COMMAND sh -c "echo starting; echo no registry answers; exit 77")
add_test(NAME reads.local COMMAND sh -c "echo all is well")
set_tests_properties(reads.remote reads.local PROPERTIES SKIP_RETURN_CODE 77)
"""


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "CMakeLists.txt").write_text(PROJECT)
        subprocess.run([CMAKE, "-G", "Ninja", "-S", folder, "-B", folder / "build"], check=True,
                       stdout=subprocess.DEVNULL)
        ctest = pathlib.Path(CMAKE).with_name("ctest") if "/" in CMAKE else "ctest"
        report = folder / "report.xml"
        subprocess.run([ctest, "--test-dir", folder / "build", "--output-junit", report],
                       check=True, stdout=subprocess.DEVNULL)
        listed = subprocess.run([sys.executable, ROOT / "tests/tools/list_skipped.py", report],
                                check=True, capture_output=True, text=True).stdout
    expected = ("Skipped, and so neither passed nor failed: 1\n"
                "  reads.remote: no registry answers\n")
    if listed != expected:
        print(f"expected:\n{expected}found:\n{listed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
