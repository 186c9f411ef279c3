"""A small pack of English for tests of what is done with rules, which stays as it is when the packs that ship learn."""

from e2e import SOURCE

FOLDER = SOURCE / "tests" / "packs" / "small"
FILES = {str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8")
         for path in sorted(FOLDER.rglob("*")) if path.is_file()}


def write(case, folder):
    """Writes the pack into a folder of a test case's own; gives its name."""
    for name, content in FILES.items():
        case.write(f"{folder}/{name}", content)
    return folder
