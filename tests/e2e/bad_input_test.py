"""Input that is no document is refused by name and place, and the rest of the input is still read."""

import json
import os
import subprocess

from e2e import ALL_FILES, QUANHE, SEEDS, SENTENCE, Case, main

NOTHING = "quanhe: error: no document could be read, so nothing was written"


def line(**members):
    return json.dumps(members, ensure_ascii=False) + "\n"


class OneInput(Case):
    """Each fault alone: the message, exit code 4, and nothing written."""

    def expect_refusal(self, name, message, input=""):
        done = self.quanhe("build", name, "--output", "out", input=input)
        self.expect(done, 4, ["quanhe: error: " + message, NOTHING, "quanhe: warning: 1 input refused"])
        self.assertEqual(done.stdout, "")
        self.assertFalse((self.folder / "out").exists())

    def test_missing(self):
        self.expect_refusal("news", "news: there is no such file or folder")

    def test_unknown_extension(self):
        self.write("news.pdf", SENTENCE)
        self.expect_refusal("news.pdf", "news.pdf: unknown kind of file, expected .txt or .jsonl")

    def test_folder_without_documents(self):
        self.write("news/readme.md", SENTENCE)
        self.expect_refusal("news", "news: there is no .txt or .jsonl file in this folder")

    def test_empty(self):
        for content in (b"", b" \n\r\n", b"\xef\xbb\xbf"):
            self.write("news.txt", content)
            self.expect_refusal("news.txt", "news.txt: empty")

    def test_invalid_utf8(self):
        self.write("news.txt", "Bộ trưởng\n".encode() + b"Ngo\xe1i giao")
        self.expect_refusal("news.txt", "news.txt: line 2, byte 18: not UTF-8")

    def test_binary(self):
        self.write("news.txt", b"\x7fELF\x02\n\0\0")
        self.expect_refusal("news.txt", "news.txt: line 2, byte 6: a NUL byte: this is no text")

    def test_too_large(self):
        self.write("news.txt", b"a " * (8 << 20) + b"a")
        self.expect_refusal("news.txt", "news.txt: larger than the limit of 16 MiB")

    def test_link_that_leads_nowhere(self):
        (self.folder / "news").mkdir()
        (self.folder / "news" / "a.txt").symlink_to("missing.txt")
        self.expect_refusal("news", "news/a.txt: cannot read: No such file or directory")

    def test_link_that_turns_in_a_circle(self):
        (self.folder / "news").mkdir()
        (self.folder / "news" / "a.txt").symlink_to("a.txt")
        self.expect_refusal("news", "news/a.txt: cannot read: Too many levels of symbolic links")

    def test_error_while_reading_lines(self):
        (self.folder / "news").mkdir()
        (self.folder / "news" / "a.jsonl").symlink_to("/proc/self/mem")
        self.expect_refusal("news", "news/a.jsonl: cannot read: Input/output error")

    def test_standard_input_that_cannot_be_read(self):
        descriptor = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, descriptor)
        done = subprocess.run([QUANHE, "extract", "-"], stdin=descriptor, capture_output=True, text=True)
        self.expect(done, 4, ["quanhe: error: standard input: cannot read: Is a directory",
                              "quanhe: error: no document could be read"])

    def test_empty_standard_input(self):
        done = self.quanhe("build", "-", "--output", "out")
        self.expect(done, 4, [NOTHING])
        self.expect(self.quanhe("extract", "-"), 4, ["quanhe: error: no document could be read"])


class OneLine(Case):
    """A faulty line among good ones."""

    def expect_refusal(self, content, message):
        lines = line(id="first", text=SENTENCE).encode() + content + line(id="last", text=SENTENCE).encode()
        for name in ("news.jsonl", "-"):
            self.write("news.jsonl", lines)
            done = self.quanhe("extract", name, input=lines)
            place = "standard input" if name == "-" else name
            self.expect(done, 3, [f"quanhe: error: {place}:2: " + message.replace("PLACE", place)])
            self.assertEqual([json.loads(facts)["id"] for facts in done.stdout.splitlines()], ["first", "last"])

    def test_not_json(self):
        self.expect_refusal(b'{"id": "a", "text": \n', "column 21: not JSON: invalid value")
        self.expect_refusal(b"{id: 1}\n", "column 2: not JSON: missing a name for object member")
        self.expect_refusal(b'{"id": "a", "text": "x"} {}\n',
                            "column 26: not JSON: more after the end of the value")
        self.expect_refusal(b'["a", "x"]\n', "not a JSON object")

    def test_encoding(self):
        self.expect_refusal(b'{"id": "a", "text": "\xe1"}\n', "column 22: not JSON: a text that is not UTF-8")
        self.expect_refusal(b'{"id": "a", "text": "\\ud800"}\n', "column 22: not JSON: half of a surrogate pair")
        self.expect_refusal(b'{"id": "a", "text": "b\\u0000"}\n', "line 1, byte 1: a NUL byte: this is no text")

    def test_members(self):
        self.expect_refusal(b'{"text": "x"}\n', '"id" is missing')
        self.expect_refusal(b'{"id": "", "text": "x"}\n', '"id" is missing')
        self.expect_refusal(b'{"id": "a"}\n', '"text" is missing')
        self.expect_refusal(b'{"id": "a", "text": ""}\n', "empty")
        self.expect_refusal(b'{"id": "a", "text": ["x"]}\n', '"text" is neither a text nor a whole number')
        self.expect_refusal(b'{"id": 1.5, "text": "x"}\n', '"id" is neither a text nor a whole number')
        self.expect_refusal(b'{"id": "a", "id": "b", "text": "x"}\n',
                            'column 17: not JSON: member "id" is given twice')

    def test_date(self):
        for date in ("7/6/2021", "2021-02-30", "2021-13", "yesterday"):
            self.expect_refusal(line(id="a", text="x", date=date).encode(),
                                f'"date" is "{date}", expected ISO 8601: 2021, 2021-08 or 2021-08-15')

    def test_too_large(self):
        self.expect_refusal(line(id="a", text="a " * (8 << 20) + "a").encode(), "larger than the limit of 16 MiB")

    def test_id_given_twice(self):
        for other in ({"text": "x"}, {"text": SENTENCE, "date": "2021"}, {"text": SENTENCE, "url": "https://a.vn"}):
            self.expect_refusal(line(id="first", **other).encode(), 'the id "first" was given before, at '
                                "PLACE:1, with another text, date, url or title")

    def test_same_document_twice(self):
        twice = line(id="a", text=SENTENCE) * 2
        done = self.quanhe("extract", "-", input=twice)
        self.expect(done, 0, [])
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_what_other_programs_write(self):
        """A byte order mark, line ends of Windows, blank lines, numbers as ids, members that are not ours."""
        lines = b'\xef\xbb\xbf{"id": 7, "text": "x"}\r\n\r\n{"id": "b", "text": "x", "author": {"a": [1]}}'
        done = self.quanhe("extract", "-", input=lines)
        self.expect(done, 0, [])
        self.assertEqual([json.loads(facts)["id"] for facts in done.stdout.splitlines()], ["7", "b"])


class ManyInputs(Case):
    def make_input(self):
        self.write("in/good.txt", SENTENCE)
        self.write("in/deep/good.txt", SENTENCE + " ")
        self.write("in/bad.txt", b"\xff")
        self.write("in/empty.txt", "")
        self.write("in/lines.jsonl", line(id="a", text=SENTENCE) + "{\n" + line(id="b", text="x"))
        self.write("in/picture.png", b"\x89PNG")
        os.mkfifo(self.folder / "in" / "pipe.txt")

    ERRORS = [
        "quanhe: error: missing: there is no such file or folder",
        "quanhe: error: in/bad.txt: line 1, byte 0: not UTF-8",
        "quanhe: error: in/empty.txt: empty",
        "quanhe: error: in/lines.jsonl:2: column 2: not JSON: missing a name for object member",
    ]

    def test_build_reads_the_rest(self):
        self.make_input()
        done = self.quanhe("build", "in", "missing", "--output", "out")
        self.expect(done, 3, self.ERRORS + ["quanhe: warning: 4 inputs refused"])
        self.expect_files("out", ALL_FILES)
        self.assertIn("4 documents from ", done.stdout)
        found = self.quanhe("neighbours", "bui thanh son", "--graph", "out/graph.db")
        self.assertIn("Saleumxay Kommasith", found.stdout)

    def test_extract_reads_the_rest(self):
        self.make_input()
        done = self.quanhe("extract", "in", "missing")
        self.expect(done, 3, self.ERRORS)
        self.assertEqual([json.loads(facts)["id"] for facts in done.stdout.splitlines()],
                         ["deep/good", "good", "a", "b"])

    def test_an_earlier_graph_stays_when_nothing_can_be_read(self):
        self.assertEqual(self.quanhe("build", SEEDS, "--output", "out").returncode, 0)
        def content():
            """The bytes of graph.db are SQLite's own."""
            files = {name: (self.folder / "out" / name).read_bytes() for name in ALL_FILES if name != "graph.db"}
            return files | {"graph.db": self.quanhe("dump", "--graph", "out/graph.db").stdout}

        before = content()
        self.write("bad.txt", b"\xff")
        done = self.quanhe("build", "bad.txt", "--output", "out")
        self.expect(done, 4, ["quanhe: error: bad.txt: line 1, byte 0: not UTF-8", NOTHING,
                              "quanhe: warning: 1 input refused"])
        self.expect_files("out", ALL_FILES)
        self.assertEqual(before, content())

    def test_files_of_one_name_in_two_folders(self):
        self.write("a/news.txt", SENTENCE)
        self.write("b/news.txt", "Tin khác.")
        done = self.quanhe("extract", "a/news.txt", "b/news.txt")
        self.expect(done, 3, ['quanhe: error: b/news.txt: the id "news" was given before, at a/news.txt, '
                              "with another text, date, url or title"])


if __name__ == "__main__":
    main()
