"""Prints the tests that ctest skipped, by name and reason, from its report in JUnit's form.

usage: list_skipped.py REPORT

A skipped test has passed nothing, and ctest's own summary counts it among the passed, so it is
named here. The reason is the last line that the test printed; GoogleTest prints its own last line
after it, which says that the test was skipped and not why.
"""

import sys
import xml.etree.ElementTree


def reason_in(output):
    lines = [line.strip() for line in output.splitlines()]
    said = [line for line in lines if line and not line.startswith("[")]
    frame = ("Note: Google Test filter", "Running main()", "YOU HAVE", "Skipped")
    said = [line for line in said if not line.startswith(frame)]
    # GoogleTest puts the place of the skip on a line of its own before the message.
    said = [line for line in said if not line.endswith(": Skipped")]
    return said[-1] if said else "no reason given"


def main():
    cases = xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase")
    skipped = [(case.get("name"), reason_in(case.findtext("system-out") or ""))
               for case in cases if case.find("skipped") is not None]
    if not skipped:
        print("No test was skipped.")
        return
    print(f"Skipped, and so neither passed nor failed: {len(skipped)}")
    for name, reason in skipped:
        print(f"  {name}: {reason}")


if __name__ == "__main__":
    main()
