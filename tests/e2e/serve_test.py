"""What the server of the page answers: the same as the commands, in pages that show nothing twice."""

import json
import pathlib
import subprocess
import tempfile
import time
import unicodedata

import small_pack
from e2e import QUANHE, SEEDS, Case, main
from serving import Served

EVERYTHING = ["happened", "reported", "planned", "requested", "denied"]
NORWAY = "Norway thanked Chile. Ane Dahl met Jon Vik. Minister of Norway Ane Dahl slept.\n"


def key_of(edge):
    return edge["from"], edge["relation"], edge["to"]


class Seeds(Case):
    """Every answer beside that of the command of the same name."""

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="quanhe-serve-")
        cls.addClassCleanup(cls.place.cleanup)
        case = cls("run")
        case.folder = pathlib.Path(cls.place.name)
        done = case.quanhe("build", SEEDS, "--output", "seeds", "--no-export")
        assert done.returncode == 0, done.stderr
        cls.graph = case.folder / "seeds" / "graph.db"
        cls.facts = json.loads(case.quanhe("facts", "--status", "all", "--format", "json", "--graph", cls.graph).stdout)["facts"]
        cls.server = Served(case.folder, cls.graph)
        cls.addClassCleanup(cls.server.end)

    def answer(self, *words):
        done = self.quanhe(*words, "--graph", self.graph, "--format", "json")
        self.assertEqual(done.stderr, "")
        return json.loads(done.stdout)

    def degrees(self):
        degrees = {}
        for fact in self.facts:
            for end in ("from", "to"):
                degrees[fact[end]["id"]] = degrees.get(fact[end]["id"], 0) + 1
        return degrees

    def expect_edges(self, edges):
        """Each says of its figures what `facts` says."""
        facts = {(fact["from"]["id"], fact["relation"], fact["to"]["id"]): fact for fact in self.facts}
        for edge in edges:
            fact = facts[key_of(edge)]
            for name in ("status", "statements", "documents", "sources", "confidence", "dates"):
                self.assertEqual(edge[name], fact[name], (edge, name))
        self.assertEqual(len({key_of(edge) for edge in edges}), len(edges))

    def test_about(self):
        about = self.server.get("about")
        stats = {(line["kind"], line["name"]): line["count"] for line in self.answer("stats", "--status", "all")["stats"]}
        self.assertEqual(about["form"], "served")
        for name in ("documents", "nodes", "edges"):
            self.assertEqual(about[name], stats["total", name])
        self.assertEqual(about["pack"]["language"], "vi")
        self.assertLessEqual({fact["relation"] for fact in self.facts}, {relation["name"] for relation in about["relations"]})
        self.assertLessEqual({fact["from"]["type"] for fact in self.facts}, {kind["name"] for kind in about["types"]})

    def test_start(self):
        start, degrees = self.server.get("start"), self.degrees()
        expected = sorted(degrees, key=lambda node: (-degrees[node], node))[:200]
        self.assertEqual([node["id"] for node in start["nodes"]][:len(expected)], expected)
        for node in start["nodes"]:
            self.assertEqual(node["degree"], degrees.get(node["id"], 0))
            self.assertEqual(set(node), {"id", "type", "name", "documents", "degree"})
        shown = {node["id"] for node in start["nodes"]}
        among = {(fact["from"]["id"], fact["relation"], fact["to"]["id"]) for fact in self.facts
                 if fact["from"]["id"] in shown and fact["to"]["id"] in shown}
        self.assertEqual({key_of(edge) for edge in start["edges"]}, among)
        self.expect_edges(start["edges"])
        few = self.server.get("start", limit=3)
        self.assertEqual(few["nodes"], start["nodes"][:3])

    def test_node(self):
        degrees = self.degrees()
        for node in self.server.get("start", limit=25)["nodes"]:
            card = self.server.get("node", id=node["id"])
            self.assertEqual(card.pop("degree"), degrees.get(node["id"], 0))
            self.assertEqual(card, self.answer("show", node["id"], "--status", "all"))
            page = self.server.get("neighbours", id=node["id"])
            self.assertEqual(sum(relation["nodes"] for relation in card["relations"]), degrees.get(node["id"], 0))
            self.assertGreaterEqual(degrees.get(node["id"], 0), page["total"])

    def test_evidence(self):
        for fact in self.facts:
            ends = fact["from"]["id"], fact["to"]["id"]
            answer = self.server.get("evidence", **{"from": ends[0], "relation": fact["relation"], "to": ends[1]}, limit=500)
            edges = self.answer("why", *ends, "--status", "all")["edges"]
            why = next(edge for edge in edges if key_of({**edge, "from": edge["from"]["id"], "to": edge["to"]["id"]}) ==
                       (ends[0], fact["relation"], ends[1]))
            self.assertEqual(answer["evidence"], why["evidence"])
            self.assertEqual(answer["total"], fact["statements"])
            one = self.server.get("evidence", **{"from": ends[0], "relation": fact["relation"], "to": ends[1]}, limit=1)
            self.assertEqual((one["evidence"], one["total"]), (why["evidence"][:1], fact["statements"]))

    def test_states_tell_their_period_and_titles(self):
        edges = {key_of(edge): edge for edge in self.server.get("start", limit=500)["edges"]}
        seen = 0
        for node in {fact["from"]["id"] for fact in self.facts}:
            for state in self.answer("show", node, "--status", "all")["states"]:
                edge = edges[node, state["relation"], state["node"]["id"]]
                self.assertEqual((edge.get("first", ""), edge.get("last", ""), edge["values"]),
                                 (state["first"], state["last"], state["values"]))
                seen += 1
        self.assertGreater(seen, 0)
        symmetric = {relation["name"] for relation in self.server.get("about")["relations"] if not relation["state"]}
        self.assertTrue(all("values" not in edge for edge in edges.values() if edge["relation"] in symmetric))

    def test_edges_among(self):
        ids = sorted(self.degrees())
        of, others = ids[::3], ids[1::3]
        answer = self.server.get("edges", of=" ".join(of), **{"with": " ".join([*others, "person/gone-00000000"])})
        expected = {(fact["from"]["id"], fact["relation"], fact["to"]["id"]) for fact in self.facts
                    if {fact["from"]["id"], fact["to"]["id"]} <= {*of, *others} and
                    {fact["from"]["id"], fact["to"]["id"]} & set(of)}
        self.assertGreater(len(expected), 3)
        self.assertEqual({key_of(edge) for edge in answer["edges"]}, expected)
        self.assertEqual(len(answer["edges"]), len(expected))
        self.assertEqual(answer["nodes"], [])
        self.expect_edges(answer["edges"])
        self.assertEqual(self.server.get("edges", of=of[0])["edges"], [])

    def test_neighbours_in_pages(self):
        degrees = self.degrees()
        for node in self.server.get("start", limit=3)["nodes"]:
            expected = {fact["to" if fact["from"]["id"] == node["id"] else "from"]["id"] for fact in self.facts
                        if node["id"] in (fact["from"]["id"], fact["to"]["id"])}
            for limit in (1, 2, 500):
                shown, edges, after = [], [], {}
                while True:
                    page = self.server.get("neighbours", id=node["id"], limit=limit, **after)
                    shown += [neighbour["id"] for neighbour in page["nodes"]]
                    edges += page["edges"]
                    self.assertEqual(page["total"], len(expected))
                    self.assertLessEqual(len(page["nodes"]), limit)
                    if page["next"] is None:
                        break
                    after = {"after": page["next"]}
                self.assertEqual(shown, sorted(expected, key=lambda other: (-degrees[other], other)))
                self.assertEqual(len(edges), degrees[node["id"]])
                self.expect_edges(edges)

    def test_neighbours_of_a_relation_and_direction(self):
        symmetric = {relation["name"] for relation in self.server.get("about")["relations"] if relation["symmetric"]}
        node = self.server.get("start", limit=1)["nodes"][0]["id"]
        for relation in sorted({fact["relation"] for fact in self.facts}):
            for direction in ("out", "in", "both"):
                page = self.server.get("neighbours", id=node, relation=relation, direction=direction, limit=500)
                expected = {key_of({**fact, "from": fact["from"]["id"], "to": fact["to"]["id"]}) for fact in self.facts
                            if fact["relation"] == relation and node in (fact["from"]["id"], fact["to"]["id"]) and
                            (direction == "both" or relation in symmetric or
                             fact["from" if direction == "out" else "to"]["id"] == node)}
                self.assertEqual({key_of(edge) for edge in page["edges"]}, expected)

    def test_path(self):
        nodes = [node["id"] for node in self.server.get("start", limit=12)["nodes"]]
        for one, other in zip(nodes, reversed(nodes)):
            found = self.server.get("path", **{"from": one, "to": other})
            self.assertFalse(found["cut"])
            if one == other:
                self.assertEqual([node["id"] for node in found["nodes"]], [one])
                continue
            paths = self.answer("path", one, other)["paths"]
            expected = [one] + [step["node"]["id"] for step in paths[0]["steps"]] if paths else []
            self.assertEqual([node["id"] for node in found["nodes"]], expected)
            pairs = {frozenset(pair) for pair in zip(expected, expected[1:])}
            between = {key_of({**fact, "from": fact["from"]["id"], "to": fact["to"]["id"]}) for fact in self.facts
                       if frozenset((fact["from"]["id"], fact["to"]["id"])) in pairs}
            self.assertEqual({key_of(edge) for edge in found["edges"]}, between)

    def test_search(self):
        """Every name is found by itself, by itself without diacritics, and by its beginning."""
        for node in self.server.get("start", limit=60)["nodes"]:
            plain = "".join(c for c in unicodedata.normalize("NFD", node["name"]) if not unicodedata.combining(c))
            plain = plain.replace("đ", "d").replace("Đ", "D").lower()
            for text in (node["name"], plain, plain[:-1]):
                names = self.server.get("search", q=text, limit=500)["names"]
                found = [name for name in names if name["id"] == node["id"]]
                self.assertEqual(len(found), 1, text)
                self.assertEqual((found[0]["type"], found[0]["name"], found[0]["documents"]),
                                 (node["type"], node["name"], node["documents"]))
            self.assertIn(node["id"], [name["id"] for name in self.server.get("search", q=node["name"], limit=5)["names"]][:3])
            ours = self.server.get("search", q=plain, type=node["type"], limit=500)["names"]
            self.assertIn(node["id"], [name["id"] for name in ours])
        self.assertEqual(self.server.get("search", q="")["names"], [])
        self.assertEqual(self.server.get("search", q="xyzzy qwerty")["names"], [])
        self.assertEqual(self.server.get("search", q="\"* OR a:b (")["names"], [])

    def test_every_answer_is_the_same_again(self):
        node = self.server.get("start", limit=1)["nodes"][0]["id"]
        for target in ("/api/about", "/api/start", "/api/search?q=b", f"/api/neighbours?id={node}", f"/api/node?id={node}"):
            self.assertEqual(len({self.server.request(target)[2] for _ in range(5)}), 1, target)


class Small(Case):
    """Whole answers, of a pack that stays as it is."""

    def setUp(self):
        super().setUp()
        self.rules = small_pack.write(self, "pack")
        self.write("news/one.txt", NORWAY)
        self.build()
        self.server = Served(self.folder, "out/graph.db")
        self.addCleanup(self.server.end)

    def build(self, *words, output="out"):
        done = self.quanhe("build", "news", "--rules", "pack", "--output", output, "--no-export", *words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def id_of(self, name):
        return self.server.get("search", q=name)["names"][0]["id"]

    def wait_for(self, condition):
        end = time.monotonic() + 20
        while not condition():
            self.assertLess(time.monotonic(), end, "the server does not see the change")
            time.sleep(0.1)

    def test_whole_answers(self):
        ane, jon, norway = (self.id_of(name) for name in ("ane dahl", "jon", "norway"))
        node = {"id": ane, "type": "Person", "name": "Ane Dahl", "documents": 1}
        self.assertEqual(self.server.get("search", q="ane d"), {"names": [
            {"id": ane, "type": "Person", "name": "Ane Dahl", "matched": "Ane Dahl", "documents": 1}]})
        figures = {"status": "happened", "statements": 1, "documents": 1, "sources": 1}
        page = self.server.get("neighbours", id=ane, relation="serves")
        self.assertEqual(page, {
            "nodes": [{"id": norway, "type": "Country", "name": "Norway", "documents": 1, "degree": 3}],
            "edges": [{"from": ane, "relation": "serves", "to": norway, **figures, "confidence": 900, "dates": [], "values": []}],
            "total": 1, "next": None})
        path = self.server.get("path", **{"from": jon, "to": norway})
        self.assertEqual([other["name"] for other in path["nodes"]], ["Jon Vik", "Ane Dahl", "Norway"])
        self.assertEqual(path["nodes"][1], {**node, "degree": 3})
        self.assertEqual({edge["relation"] for edge in path["edges"]}, {"met", "serves", "praised"})
        evidence = self.server.get("evidence", **{"from": ane, "relation": "serves", "to": norway})
        self.assertEqual((evidence["total"], evidence["evidence"][0]["quote"]), (1, "Minister of Norway Ane Dahl"))
        self.assertNotIn("judgement", evidence)
        self.assertEqual(self.server.get("path", **{"from": jon, "to": jon})["edges"], [])

    def test_an_edge_that_somebody_confirmed(self):
        done = self.quanhe("confirm", "Norway", "thanked", "Chile", "--because", "<b>so</b>", "--by", "Lan", "--graph", "out/graph.db")
        self.assertEqual(done.returncode, 0, done.stderr)
        norway, chile = self.id_of("norway"), self.id_of("chile")
        edge = self.server.get("neighbours", id=norway, relation="thanked")["edges"][0]
        self.assertEqual(edge["judgement"], "confirmed")
        judgement = self.server.get("evidence", **{"from": norway, "relation": "thanked", "to": chile})["judgement"]
        self.assertEqual((judgement["decision"], judgement["because"], judgement["who"]), ("confirmed", "<b>so</b>", "Lan"))

    def test_an_edge_that_somebody_rejected_goes(self):
        norway = self.id_of("norway")
        self.assertEqual(len(self.server.get("neighbours", id=norway, relation="thanked")["edges"]), 1)
        done = self.quanhe("reject", "Norway", "thanked", "Chile", "--because", "no", "--graph", "out/graph.db")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.server.get("neighbours", id=norway, relation="thanked")["edges"], [])
        self.wait_for(lambda: self.server.get("neighbours", id=norway, relation="thanked")["total"] == 0)

    def test_a_build_in_place_is_seen(self):
        self.assertEqual(self.server.get("about")["edges"], 4)
        self.write("news/two.txt", "Peru thanked Norway. Chile praised Peru.\n")
        self.build()
        self.wait_for(lambda: self.server.get("about")["documents"] == 2)
        self.assertEqual(self.server.get("about")["edges"], 5)
        names = [node["name"] for node in self.server.get("neighbours", id=self.id_of("peru"))["nodes"]]
        self.assertIn("Norway", names)

    def test_a_build_finds_the_file_unused(self):
        """When nobody has asked for a while, one file remains as without a server."""
        self.server.get("start")
        time.sleep(3.5)
        self.write("news/two.txt", "Peru thanked Norway.\n")
        self.build()
        self.expect_files("out", ["graph.db"])
        self.wait_for(lambda: self.server.get("about")["documents"] == 2)

    def test_builds_while_it_answers(self):
        """Builds and questions in turns and at the same time: none fails."""
        norway = self.id_of("norway")
        for number in range(6):
            self.write(f"news/more{number}.txt", f"Norway thanked Peru. Jon Vik met Ane Dahl.\n\n{number}\n")
            build = subprocess.Popen([str(QUANHE), "build", "news", "--rules", "pack", "--output", "out", "--no-export"],
                                     cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            while build.poll() is None:
                self.assertEqual(self.server.get("node", id=norway)["node"]["name"], "Norway")
                self.assertGreater(len(self.server.get("neighbours", id=norway)["nodes"]), 0)
            self.assertEqual((build.returncode, build.stderr.read()), (0, b""))
            build.stderr.close()
        self.wait_for(lambda: self.server.get("about")["documents"] == 7)

    def test_a_file_in_place_of_the_file_is_seen(self):
        self.write("news/one.txt", "Chile thanked Peru.\n")
        self.build(output="other")
        (self.folder / "other" / "graph.db").replace(self.folder / "out" / "graph.db")
        self.wait_for(lambda: self.server.get("about")["edges"] == 1)
        self.assertEqual(self.server.get("search", q="norway")["names"], [])
        self.assertEqual(len(self.server.get("neighbours", id=self.id_of("chile"))["edges"]), 1)

    def test_a_file_that_goes_and_comes_again(self):
        graph = self.folder / "out" / "graph.db"
        graph.rename(self.folder / "away.db")
        self.assertEqual(self.server.error("/api/start"), (500, "no_graph"))
        self.write("out/graph.db", "nonsense" * 1000)
        self.assertEqual(self.server.error("/api/start"), (500, "no_graph"))
        (self.folder / "away.db").rename(graph)
        self.assertEqual(len(self.server.get("start")["edges"]), 4)


if __name__ == "__main__":
    main()
