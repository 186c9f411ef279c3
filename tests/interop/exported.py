"""The graph that an interop test reads: its store, made if it has to be, and exports of it."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ.get("QUANHE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
CLIENTS = pathlib.Path(os.environ.get("QUANHE_CLIENTS") or SOURCE / "build" / "clients")
HERE = pathlib.Path(__file__).resolve().parent


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def need_program(name, package):
    if shutil.which(name) is None:
        skip(f"{name} is missing, it is in the Debian package {package}")


def need_client(kind, what):
    """A folder of clients that scripts/install-clients fills, or a skip that names what is missing."""
    folder = CLIENTS / kind
    if not (folder / "complete").exists():
        reason = folder / "missing"
        skip(f"{what}: " + (reason.read_text(encoding="utf-8").strip() if reason.exists()
                            else "not installed, run scripts/install-clients"))
    return folder


def use_python_clients(what):
    """Goes on in the Python in which the clients are installed."""
    python = need_client("python", what) / "bin" / "python"
    if pathlib.Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), "-B", *sys.argv])


def folder(made_nodes):
    """Where graph.db stands, made if it has to be. The argument of the script is `seeds` or `made:PROGRAM`."""
    made = tempfile.TemporaryDirectory(prefix="quanhe-interop-")
    folder.keep = made
    argument = sys.argv[1]
    if argument == "seeds":
        command = [os.environ["QUANHE"], "build", SOURCE / "seeds", "--output", made.name]
    else:
        command = [argument.removeprefix("made:"), pathlib.Path(made.name) / "graph.db", str(made_nodes)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(made.name)


def export(path, form, *options, name=None):
    """Exports the graph in the folder `path`; gives the file or folder."""
    output = path / (name or f"export.{form}")
    run(os.environ["QUANHE"], "export", "--graph", path / "graph.db", "--format", form, "--output", output, *options)
    return output


def database(path):
    opened = sqlite3.connect(f"file:{path / 'graph.db'}?mode=ro", uri=True)
    opened.row_factory = sqlite3.Row
    return opened


def counts(path):
    """The numbers of nodes and of shown relations."""
    store = database(path)
    (nodes,) = store.execute("SELECT count(*) FROM entities").fetchone()
    (relations,) = store.execute("SELECT count(*) FROM connections").fetchone()
    return nodes, relations


def in_xml(text):
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


def expect(condition, message):
    if not condition:
        print(f"failed: {message}")
        sys.exit(1)


def expect_equal(got, wanted, what):
    """Both are mappings; tells of the first difference."""
    expect(got.keys() == wanted.keys(), f"{what}: missing {sorted(wanted.keys() - got.keys())[:3]}, "
           f"too many {sorted(got.keys() - wanted.keys())[:3]}")
    for key, value in wanted.items():
        expect(got[key] == value, f"{what}: {key}: {got[key]!r} instead of {value!r}")


def run(*command):
    """What a command prints. Anything on standard error, or another exit code than 0, is a failure."""
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300)
    words = done.stderr.decode("utf-8", "replace")
    expect(done.returncode == 0 and not words, f"{command[0]}: exit code {done.returncode}: {words}")
    return done.stdout


def run_client(*command):
    """What a client prints, as JSON; what it says besides is shown when it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300)
    expect(done.returncode == 0, f"{command}: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    return json.loads(done.stdout)
