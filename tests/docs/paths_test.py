"""Asserts that the paths and links in the project's Markdown pages lead somewhere.

A word in backticks is held to be a path of the repository when it has a slash and begins with a
folder of the repository or a layer of src/. A word in capitals in it stands for any name. What a
run or a build writes, in output/ and build/, is not looked for.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR")
                    or pathlib.Path(__file__).resolve().parents[2])
WRITTEN = re.compile(r"^(build(-[^/]*)?|output)/")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)


def pages():
    """The Markdown pages that git keeps or would keep, or all of them where there is no git."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
        capture_output=True, text=True)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
        return [ROOT / name for name in sorted(set(names)) if (ROOT / name).exists()]
    return sorted(path for path in ROOT.rglob("*.md")
                  if not WRITTEN.match(str(path.relative_to(ROOT))))


def names_path(word):
    if not re.fullmatch(r"[A-Za-z0-9._][A-Za-z0-9._/*-]*", word) or "/" not in word:
        return False
    first = word.split("/")[0]
    if WRITTEN.match(word) or first in ("", ".", ".."):
        return False
    return (ROOT / first).is_dir() or (ROOT / "src" / first).is_dir()


def exists(word, page):
    pattern = re.sub(r"[A-Z]{3,}", "*", word).rstrip("/")
    for base in (ROOT, ROOT / "src", page.parent):
        if (base / word).exists():
            return True
        if "*" in pattern and any(base.glob(pattern)):
            return True
    return False


def slug(heading):
    """The name under which a heading can be linked to, as GitHub makes it."""
    plain = re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading).lower())
    return plain.strip().replace(" ", "-")


def link_fault(link, page):
    if re.match(r"[a-z][a-z0-9+.-]*:", link):
        return None
    target, _, anchor = link.partition("#")
    path = (page.parent / target) if target else page
    if not path.exists():
        return f"the link '{link}' leads nowhere"
    if anchor and path.suffix == ".md":
        text = FENCE.sub("", path.read_text(encoding="utf-8"))
        if anchor not in {slug(heading) for heading in HEADING.findall(text)}:
            return f"the link '{link}' names no heading of {path.name}"
    return None


def faults(page):
    # A fenced example is blanked out line by line, which keeps the numbers of the lines after it.
    text = FENCE.sub(lambda match: "\n" * match.group().count("\n"),
                     page.read_text(encoding="utf-8"))
    for number, line in enumerate(text.split("\n"), start=1):
        for code in CODE.findall(line):
            for word in code.split():
                if names_path(word) and not exists(word, page):
                    yield number, f"there is no '{word}'"
        for link in LINK.findall(CODE.sub("", line)):
            fault = link_fault(link, page)
            if fault:
                yield number, fault


def main():
    found = pages()
    if not found:
        print("error: there is no page to check")
        return 1
    wrong = 0
    for page in found:
        for number, fault in faults(page):
            print(f"{page.relative_to(ROOT)}:{number}: error: {fault}")
            wrong += 1
    print(f"{len(found)} pages, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
