"""The graph that an interop test reads: where its files are, and how many things must be in them."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

SOURCE = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def need_program(name, package):
    if shutil.which(name) is None:
        skip(f"{name} is missing, it is in the Debian package {package}")


def folder(made_nodes):
    """Where graph.graphml, graph.jsonld and graph.dot stand, made if they have to be.

    The argument of the script is `seeds`, `made:PROGRAM`, or a folder that is there already.
    """
    argument = sys.argv[1]
    if pathlib.Path(argument).is_dir():
        return pathlib.Path(argument)
    made = tempfile.TemporaryDirectory(prefix="quanhe-interop-")
    folder.keep = made
    if argument == "seeds":
        command = [os.environ["QUANHE"], "build", SOURCE / "seeds", "--output", made.name]
    else:
        command = [argument.removeprefix("made:"), made.name, str(made_nodes)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(made.name)


def counts(path):
    """The numbers of nodes and of shown relations: those of the store, or else of the GraphML."""
    store = path / "graph.db"
    if store.exists():
        database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        (nodes,) = database.execute("SELECT count(*) FROM nodes").fetchone()
        (relations,) = database.execute(
            "SELECT count(*) FROM edges JOIN statuses USING (status) WHERE is_shown").fetchone()
        return nodes, relations
    root = xml.etree.ElementTree.parse(path / "graph.graphml").getroot()
    name = "{http://graphml.graphdrawing.org/xmlns}"
    return len(list(root.iter(name + "node"))), len(list(root.iter(name + "edge")))


def objects(path):
    with open(path / "graph.jsonld", encoding="utf-8") as file:
        return json.load(file)["@graph"]


def expect(condition, message):
    if not condition:
        print(f"failed: {message}")
        sys.exit(1)


def run(*command):
    """What a command prints. Anything on standard error, or another exit code than 0, is a failure."""
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300)
    words = done.stderr.decode("utf-8", "replace")
    expect(done.returncode == 0 and not words, f"{command[0]}: exit code {done.returncode}: {words}")
    return done.stdout
