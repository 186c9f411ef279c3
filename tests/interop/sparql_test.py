"""The five questions of docs/sparql.md, put to Oxigraph, get the answers that quanhe gives."""

import json
import os
import pathlib
import re
import subprocess
import tempfile

import exported

exported.use_python_clients("Oxigraph")

import pyoxigraph

NEWS = [
    ("laos", "2021-06-08", "Ngày 7/6/2021, Bộ trưởng Ngoại giao Bùi Thanh Sơn và Ngoại trưởng Lào Saleumxay Kommasith đã ký "
     "Bản ghi nhớ hợp tác giữa Bộ Ngoại giao Việt Nam và Bộ Ngoại giao Lào."),
    ("asean", "2020-11-20", "Việt Nam đã tổ chức Hội nghị Cấp cao ASEAN lần thứ 37 vào tháng 11 năm 2020."),
    ("defence", "2022-08-11", "Ngày 10/8/2022, Bộ trưởng Quốc phòng Phan Văn Giang gặp Bộ trưởng Quốc phòng Lào "
     "Chansamone Chanyalath."),
    ("later", "2023-02-02", "Bộ trưởng Công an Phan Văn Giang gặp Bộ trưởng Ngoại giao Bùi Thanh Sơn ngày 1/2/2023."),
]

scratch = tempfile.TemporaryDirectory(prefix="quanhe-interop-")
folder = pathlib.Path(scratch.name)


def quanhe(*words, text=""):
    done = subprocess.run([os.environ["QUANHE"], *map(str, words)], input=text.encode(), capture_output=True)
    exported.expect(done.returncode == 0, f"{words}: {done.stderr.decode()}")
    return done.stdout.decode()


def build(name, news):
    lines = "".join(json.dumps({"id": i, "date": date, "text": text}) + "\n" for i, date, text in news)
    quanhe("build", exported.SOURCE / "seeds", "-", "--output", folder / name, text=lines)
    return folder / name / "graph.db"


def neighbours(name, *options, graph):
    return json.loads(quanhe("neighbours", name, "--graph", graph, "--format", "json", *options))["neighbours"]


def nodes_of(graph, kind):
    with_types = json.loads(quanhe("export", "--graph", graph, "--format", "node-link", "--evidence", "none"))
    return [node["label"] for node in with_types["nodes"] if node["node_type"] == kind]


graph = build("all", NEWS)
page = (exported.SOURCE / "docs" / "sparql.md").read_text(encoding="utf-8")
prefixes, *questions = re.findall(r"```sparql\n(.*?)```", page, re.DOTALL)
exported.expect(len(questions) == 5, f"{len(questions)} questions")
store = pyoxigraph.Store()
store.load(quanhe("export", "--graph", graph, "--format", "nquads").encode(), format=pyoxigraph.RdfFormat.N_QUADS)


def ask(question):
    return [tuple(None if value is None else value.value for value in row) for row in store.query(prefixes + question)]


def same(number, wanted):
    got = ask(questions[number])
    exported.expect(wanted and sorted(got, key=str) == sorted(wanted, key=str),
                    f"question {number + 1}: {got} instead of {wanted}")
    return len(got)


meetings = set()
for person in nodes_of(graph, "Person"):
    for found in neighbours(person, "--relation", "met", graph=graph):
        if any(date.startswith("2021") for date in found["dates"]):
            meetings.add(frozenset([person, found["node"]["name"]]))
got = [frozenset(row) for row in ask(questions[0])]
exported.expect(len(got) == len(set(got)) and set(got) == meetings and len(got) >= 2, f"question 1: {got}, {meetings}")

by_then = build("then", [(i, date, text) for i, date, text in NEWS if date <= "2022-12-31"])
titles = {}
for line in quanhe("extract", exported.SOURCE / "seeds", "-", text="".join(
        json.dumps({"id": i, "date": date, "text": text}) + "\n" for i, date, text in NEWS)).splitlines():
    facts = json.loads(line)
    names = {node["id"]: node["name"] for node in facts["nodes"]}
    for edge in facts["edges"]:
        key = names[edge["from"]], edge["relation"], names[edge["to"]]
        titles.setdefault(key, []).append((facts["id"], edge))
offices = {(found["node"]["name"], edge["attributes"].get("title"))
           for found in neighbours("Phan Văn Giang", "--relation", "holds_office", graph=by_then)
           for document, edge in titles["Phan Văn Giang", "holds_office", found["node"]["name"]]
           if document != "later"}
same(1, list(offices))
exported.expect(len(neighbours("Phan Văn Giang", "--relation", "holds_office", graph=graph)) > len(offices),
                "the later office is not there")

same(2, [(found["node"]["name"],) for found in
         neighbours("Việt Nam", "--relation", "hosts", "--relation", "held_in", "--type", "Event", graph=graph)])

partners = {(ministry["node"]["name"], found["through"]["name"], found["node"]["name"])
            for ministry in neighbours("Lào", "--relation", "part_of", "--type", "Ministry", graph=graph)
            for found in neighbours(ministry["node"]["name"], "--relation", "signed", "--relation", "party_to",
                                    "--hops", "2", graph=graph) if found["hop"] == 2}
same(3, list(partners))

same(4, [(document, str(e["evidence"]["start"]), str(e["evidence"]["end"]), e["evidence"]["quote"])
         for document, e in titles["Sar Kheng", "met", "Tô Lâm"]])
print("5 questions")
