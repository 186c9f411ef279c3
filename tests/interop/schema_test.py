"""Asserts that the JSON Schemas in rules/schema/ say of rule files what editors should show: files
of packs that ship are valid and name their schema, and faults that a schema can see are seen."""

import json
import os
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"the Python package {error.name} is not installed")
    sys.exit(77)

ROOT = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
SCHEMAS = ROOT / "rules" / "schema"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")

# Cases of tests/bad_rules whose fault is one of form. All others must be valid as far as a schema goes.
SEEN = {"bad-date", "bad-example", "bad-frame", "bad-numbers", "bad-ontology", "bad-scoring", "bad-status", "empty-class",
        "faults-in-many-files", "missing-sign", "no-examples", "no-negative-example", "no-place-on-earth", "unknown-country-code",
        "unknown-key", "unknown-selector", "unknown-step-of-default", "unused-accept"}


class Loader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, like the editors that read schemas: `no` is a text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (("null", r"^(~|null|)$", "~n\0"), ("bool", r"^(true|false)$", "tf"),
                            ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
                            ("float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789")):
    for sign in first:
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), ["" if sign == "\0" else sign])


def validator_of(path):
    kind = "lexicon" if path.parent.name == "lexicon" else path.stem
    schema = SCHEMAS / f"{kind}.json"
    if not schema.exists():
        return None
    content = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(content)
    return jsonschema.Draft4Validator(content)


def faults_of(path):
    """The schema's complaints, or None for what is no YAML or has no schema."""
    validator = validator_of(path)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    if validator is None or content is None:
        return None
    return [f"{path.relative_to(ROOT)}: {'/'.join(map(str, e.path))}: {e.message}"
            for e in validator.iter_errors(content)]


def main():
    wrong = []
    shipped = sorted(path.parent for path in (ROOT / "rules").glob("*/pack.yaml"))
    for pack in shipped + [ROOT / "tests" / "bad_rules" / "base"]:
        for path in sorted(pack.rglob("*.yaml")):
            faults = faults_of(path)
            wrong += [f"{path}: no schema"] if faults is None else faults
            named = MODELINE.match(path.read_text(encoding="utf-8"))
            if pack in shipped and not (named and (path.parent / named[1]).exists()):
                wrong.append(f"{path.relative_to(ROOT)}: the first line names no schema")
    for case in sorted(path for path in (ROOT / "tests" / "bad_rules").iterdir() if path.is_dir()):
        faults = [fault for path in sorted(case.rglob("*.yaml")) for fault in faults_of(path) or []]
        if case.name in SEEN and not faults:
            wrong.append(f"{case.name}: no schema sees its fault")
        if case.name not in SEEN:
            wrong += faults
    print("\n".join(wrong))
    print(f"{len(shipped)} packs, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
