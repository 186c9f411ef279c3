"""What the server refuses and bears, and how it begins and ends."""

import json
import os
import pathlib
import random
import signal
import socket
import threading
import time
import urllib.parse

import small_pack
from e2e import SOURCE, Case, main
from serving import Served, read_all

NEWS = "Norway thanked Chile. Ane Dahl met Jon Vik. Minister of Norway Ane Dahl slept.\n"


# Their memory is not ours.
SANITIZED = "LSAN_OPTIONS" in os.environ or "TSAN_OPTIONS" in os.environ


class Serving(Case):
    def setUp(self):
        super().setUp()
        small_pack.write(self, "pack")
        self.write("news/one.txt", NEWS)
        done = self.quanhe("build", "news", "--rules", "pack", "--output", "out", "--no-export")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def serve(self, *words, **options):
        server = Served(self.folder, "out/graph.db", *words, **options)
        self.addCleanup(server.end)
        return server


class Refusals(Serving):
    def test_wrong_questions(self):
        server = self.serve()
        norway, chile = (server.get("search", q=name)["names"][0]["id"] for name in ("norway", "chile"))
        cursor = server.get("neighbours", id=norway, limit=1)["next"]
        self.assertRegex(cursor, r"\A[0-9a-f]+\Z")
        for target, expected in {
                "/api/nothing": (404, "not_found"),
                "/api/": (404, "not_found"),
                "/nothing": (404, "not_found"),
                "/../../etc/passwd": (404, "not_found"),
                "/api/node": (400, "bad_request"),
                "/api/node?id=": (400, "bad_request"),
                "/api/node?id=nobody": (404, "not_found"),
                "/api/node?id=Norway": (404, "not_found"),
                f"/api/node?id={norway}&id={norway}": (400, "bad_request"),
                f"/api/node?id={norway}&more=1": (400, "bad_request"),
                "/api/node?id=%zz": (400, "bad_request"),
                "/api/node?id=%f": (400, "bad_request"),
                "/api/node?id=%ff%fe": (400, "bad_request"),
                "/api/node?id=a%00b": (400, "bad_request"),
                "/api/about?x=1": (400, "bad_request"),
                "/api/start?limit=0": (400, "bad_request"),
                "/api/start?limit=501": (400, "bad_request"),
                "/api/start?limit=-1": (400, "bad_request"),
                "/api/start?limit=1e2": (400, "bad_request"),
                "/api/start?limit=99999999999999999999": (400, "bad_request"),
                "/api/search?q=a&type=Nothing": (400, "bad_request"),
                "/api/search?q=" + "a" * 2001: (400, "bad_request"),
                f"/api/neighbours?id={norway}&direction=up": (400, "bad_request"),
                f"/api/neighbours?id={norway}&relation=nothing": (400, "bad_request"),
                f"/api/neighbours?id={norway}&after=zz": (400, "bad_request"),
                f"/api/neighbours?id={chile}&after={cursor}": (400, "bad_request"),
                f"/api/neighbours?id={norway}&direction=in&after={cursor}": (400, "bad_request"),
                f"/api/neighbours?id={norway}&after={cursor[:-1]}{'0' if cursor[-1] != '0' else '1'}": (400, "bad_request"),
                f"/api/path?from={norway}": (400, "bad_request"),
                f"/api/path?from={norway}&to=nobody": (404, "not_found"),
                f"/api/evidence?from={norway}&relation=met&to={chile}": (404, "not_found"),
                f"/api/evidence?from={chile}&relation=thanked&to={norway}": (404, "not_found"),
                f"/api/evidence?from={norway}&relation=&to={chile}": (400, "bad_request"),
                "/api/edges": (400, "bad_request"),
                "/api/edges?of=+": (400, "bad_request"),
                f"/api/edges?of={norway}&with=" + "a+" * 3001: (400, "bad_request"),
                "/api/search?q=" + "a" * 17_000: (414, "target_too_long")}.items():
            self.assertEqual(server.error(target), expected, target)
        # The cursor of an earlier page is none of another list, but goes on in its own.
        self.assertEqual(len(server.get("neighbours", id=norway, limit=1, after=cursor)["nodes"]), 1)

    def test_methods(self):
        server = self.serve()
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "NONSENSE"):
            self.assertEqual(server.error("/api/about", method=method), (405, "method_not_allowed"))
        status, headers, _ = server.request("/api/about", method="POST")
        self.assertEqual((status, headers["allow"]), (405, "GET, HEAD"))
        self.assertEqual(server.error("/api/about", body="{}"), (400, "bad_request"))
        status, headers, body = server.request("/api/about", method="HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertEqual(int(headers["content-length"]), len(server.request("/api/about")[2]))

    def test_token(self):
        server = self.serve()
        for token in ("", "0" * 32, server.token[:-1], server.token + "0", server.token.upper() + " x"):
            self.assertEqual(server.error("/api/about", token=token), (401, "unauthorized"), token)
        self.assertEqual(server.error("/api/nothing", token=""), (401, "unauthorized"))
        self.assertEqual(server.error("/api/about", token="", Authorization="Basic " + server.token), (401, "unauthorized"))
        self.assertEqual(server.request("/api/about?token=" + server.token, token="")[0], 401)
        self.assertEqual(server.request("/api/about", token="", Authorization="bearer  " + server.token)[0], 200)
        self.assertEqual(server.request("/api/about", token="x")[1]["www-authenticate"], "Bearer")
        self.assertNotEqual(self.serve().token, server.token)

    def test_host_and_origin(self):
        server = self.serve()
        for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", "localhost", f"127.0.0.1:{server.port + 1}",
                     f"127.0.0.1:{server.port}.evil.example", f"localhost.evil.example:{server.port}", f"[::1]:{server.port}",
                     f"0.0.0.0:{server.port}", f"127.1:{server.port}", "", f"127.0.0.1:{server.port}@evil.example"):
            for target in ("/", "/api/about"):
                self.assertEqual(server.error(target, Host=host), (403, "forbidden"), host)
        for host in (server.host, f"localhost:{server.port}", f"LocalHost:{server.port}"):
            self.assertEqual(server.request("/api/about", Host=host)[0], 200)
            self.assertEqual(server.request("/api/about", Host=host, Origin="http://" + host)[0], 200)
        for origin in ("http://evil.example", "null", f"https://{server.host}", f"http://evil.example:{server.port}", server.host):
            self.assertEqual(server.error("/api/about", Origin=origin), (403, "forbidden"), origin)
        authorization = f"Authorization: Bearer {server.token}\r\n"
        without = server.say(f"GET /api/about HTTP/1.1\r\n{authorization}\r\n".encode())
        self.assertTrue(without.startswith(b"HTTP/1.1 403 "), without)
        twice = server.say(f"GET /api/about HTTP/1.1\r\nHost: {server.host}\r\nHost: {server.host}\r\n{authorization}\r\n".encode())
        self.assertTrue(twice.startswith(b"HTTP/1.1 400 "), twice)

    def test_headers(self):
        server = self.serve()
        for target, token in (("/", ""), ("/api/about", None), ("/api/about", ""), ("/nothing", None)):
            _, headers, _ = server.request(target, token=token, Origin="http://" + server.host)
            self.assertEqual(headers["x-content-type-options"], "nosniff")
            self.assertEqual(headers["referrer-policy"], "no-referrer")
            self.assertEqual(headers["cache-control"], "no-store")
            self.assertEqual(headers["cross-origin-resource-policy"], "same-origin")
            self.assertIn("default-src 'none'", headers["content-security-policy"])
            self.assertIn("frame-ancestors 'none'", headers["content-security-policy"])
            self.assertEqual([name for name in headers if name.startswith("access-control")], [])
        _, headers, _ = server.request("/", token="")
        self.assertIn("connect-src 'self'", headers["content-security-policy"])
        self.assertNotIn("unsafe", headers["content-security-policy"])

    def test_page_is_the_built_one_and_says_nothing_of_the_graph(self):
        server = self.serve()
        status, headers, body = server.request("/", token="")
        self.assertEqual((status, headers["content-type"]), (200, "text/html; charset=utf-8"))
        self.assertEqual(body, (SOURCE / "src/export/page/index.html").read_bytes())
        self.assertNotIn(server.token.encode(), body)


class Abuse(Serving):
    def expect_serving(self, server, seconds=20):
        began = time.monotonic()
        self.assertEqual(server.get("about")["form"], "served")
        self.assertLess(time.monotonic() - began, seconds)

    def expect_memory(self, server, kilobytes):
        if not SANITIZED:
            self.assertLess(server.kilobytes(), kilobytes)

    def test_long_headers(self):
        server = self.serve()
        begin = f"GET /api/about HTTP/1.1\r\nHost: {server.host}\r\n"
        for data, status in ((begin + "X: " + "x" * 21_000 + "\r\n\r\n", 431),
                             (begin + "".join(f"X{i}: y\r\n" for i in range(4000)) + "\r\n", 431),
                             ("GET /" + "a" * 30_000 + " HTTP/1.1\r\n\r\n", 414),
                             (begin + "X: " + "x" * 5_000_000, 431)):
            with server.connect() as connection:
                try:
                    connection.sendall(data.encode())
                except (BrokenPipeError, ConnectionResetError):
                    pass
                try:
                    answer = read_all(connection)
                except ConnectionResetError:
                    answer = None
            if answer is not None:
                self.assertTrue(answer.startswith(f"HTTP/1.1 {status} ".encode()), answer[:200])
        self.assertEqual(server.error("/api/about", X="x" * 21_000), (431, "header_too_long"))
        self.expect_serving(server)

    def test_half_open_connections_by_the_hundred(self):
        """Half of them silent, half in the midst of a request: those that ask something are answered all the while."""
        server = self.serve()
        self.expect_serving(server)
        before = server.kilobytes()
        connections = []
        for number in range(800):
            connection = server.connect()
            connections.append(connection)
            if number % 2:
                connection.sendall(b"GET /api/about HTTP/1.1\r\nHost: 127.0.0.1")
            if number % 100 == 99:
                self.expect_serving(server)
        self.expect_memory(server, before + 20_000)
        for connection in connections:
            connection.close()
        self.expect_serving(server)

    def test_slow_clients(self):
        """A request that comes a byte a second is refused after ten, one that says nothing is closed."""
        server = self.serve()
        silent, slow = server.connect(), server.connect()
        began = time.monotonic()
        request = f"GET /api/about HTTP/1.1\r\nHost: {server.host}\r\n".encode()
        slow.settimeout(0.5)
        answer = b""
        for byte in request[:30]:
            try:
                slow.sendall(bytes([byte]))
                answer += slow.recv(65536)
                break
            except TimeoutError:
                continue
        self.assertTrue(answer.startswith(b"HTTP/1.1 408 "), answer)
        self.assertIn(b'"code":"timeout"', answer)
        self.assertEqual(silent.recv(10), b"")
        self.assertTrue(9 < time.monotonic() - began < 25)
        slow.close()
        silent.close()
        self.expect_serving(server)

    def test_clients_that_do_not_read(self):
        """They ask a thousand times on one connection and read nothing: others are answered, and memory stays."""
        server = self.serve()
        self.expect_serving(server)
        before = server.kilobytes()
        request = f"GET /api/start HTTP/1.1\r\nHost: {server.host}\r\nAuthorization: Bearer {server.token}\r\n\r\n".encode()
        connections = []
        for _ in range(50):
            connection = server.connect()
            connection.setblocking(False)
            connections.append(connection)
            try:
                connection.sendall(request * 1000)
            except BlockingIOError:
                pass
        for _ in range(20):
            self.expect_serving(server)
        self.expect_memory(server, before + 60_000)
        for connection in connections:
            connection.close()
        self.expect_serving(server)

    def test_several_requests_at_once_on_one_connection(self):
        server = self.serve()
        request = f"GET /api/about HTTP/1.1\r\nHost: {server.host}\r\nAuthorization: Bearer {server.token}\r\n"
        answer = server.say((f"{request}\r\n" * 20 + f"{request}Connection: close\r\n\r\n").encode())
        self.assertEqual(answer.count(b"HTTP/1.1 200 OK"), 21)

    def test_nothing_follows_a_body(self):
        """A second request cannot hide in the body of a first."""
        server = self.serve()
        hidden = f"GET /api/about HTTP/1.1\r\nHost: {server.host}\r\nAuthorization: Bearer {server.token}\r\n\r\n"
        begin = f"GET / HTTP/1.1\r\nHost: {server.host}\r\n"
        for head in (f"Content-Length: {len(hidden)}\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                     "Content-Length: 5\r\nContent-Length: 6\r\n", "Transfer-Encoding: x, chunked\r\n"):
            answer = server.say((begin + head + "\r\n" + hidden).encode())
            self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), (head, answer))
            self.assertEqual(answer.count(b"HTTP/1.1"), 1, head)

    def test_malformed_requests_by_the_thousand(self):
        """Requests with bytes changed, taken out, put in and cut off by chance, and bytes that were never any."""
        server = self.serve()
        made = random.Random(7)
        norway = urllib.parse.quote(server.get("search", q="norway")["names"][0]["id"])
        targets = ["/", "/api/about", "/api/start?limit=5", "/api/search?q=nor", f"/api/node?id={norway}",
                   f"/api/neighbours?id={norway}&limit=1", f"/api/path?from={norway}&to={norway}"]
        before = server.kilobytes()
        statuses = {}
        for _ in range(5000):
            request = bytearray((f"GET {made.choice(targets)} HTTP/1.1\r\nHost: {server.host}\r\n"
                                 f"Authorization: Bearer {server.token}\r\nConnection: close\r\n\r\n").encode())
            for _ in range(made.choice((1, 1, 1, 2, 5, 50))):
                place = made.randrange(len(request))
                match made.randrange(6):
                    case 0: request[place] = made.randrange(256)
                    case 1: del request[place:place + made.choice((1, 1, 10, 100))]
                    case 2: request[place:place] = made.randbytes(made.choice((1, 1, 10, 1000)))
                    case 3: request[place:place] = made.choice((b"\r\n", b"\0", b"%", b"&", b"=", b"\r\n\r\n", b"GET "))
                    case 4: request[place:place] = bytes(request[:place])
                    case 5: del request[place:]
                if not request:
                    request = bytearray(made.randbytes(200))
            answer = server.say(bytes(request))
            for line in answer.split(b"HTTP/1.1 ")[1:]:
                statuses[line[:3]] = statuses.get(line[:3], 0) + 1
        self.assertLessEqual(set(statuses), {b"200", b"204", b"400", b"401", b"403", b"404", b"405", b"408", b"414", b"431"})
        for status in (b"200", b"400", b"401", b"403", b"404", b"405"):
            self.assertIn(status, statuses)
        self.expect_serving(server)
        self.expect_memory(server, before + 30_000)
        self.assertIsNone(server.process.poll())

    def test_many_at_once(self):
        """More askers than there may be connections: each is answered or told that there are too many, and in the end all
        are answered."""
        server = self.serve()
        failures = []

        def ask():
            for _ in range(5):
                for _ in range(50):
                    try:
                        if server.request("/api/start")[0] == 200:
                            break
                    except OSError:
                        pass
                    time.sleep(0.05)
                else:
                    failures.append("no answer")

        threads = [threading.Thread(target=ask) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])


class Running(Serving):
    def test_it_ends_cleanly(self):
        for way in (signal.SIGINT, signal.SIGTERM):
            server = self.serve()
            server.get("about")
            with server.connect() as connection:
                connection.sendall(b"GET ")
                self.assertEqual(server.stop(way), (0, "", ""))
        self.expect_files("out", ["graph.db"])

    def test_it_listens_on_this_machine_only(self):
        server = self.serve()
        lines = pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
        ours = [line.split()[1] for line in lines if line.split()[1].endswith(f":{server.port:04X}") and line.split()[3] == "0A"]
        self.assertEqual(ours, [f"0100007F:{server.port:04X}"])

    def test_a_port_in_use(self):
        server = self.serve()
        done = self.quanhe("serve", "--graph", "out/graph.db", "--port", server.port)
        self.expect(done, 4, [f"quanhe: error: cannot listen on 127.0.0.1:{server.port}: Address already in use"])
        self.assertEqual(done.stdout, "")

    def test_a_port_of_ones_own(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.assertEqual(self.serve("--port", port).port, port)

    def test_graphs_that_are_none(self):
        self.expect(self.quanhe("serve", "--graph", "none.db"), 4,
                    ["quanhe: error: none.db: no such file; make it with 'quanhe build'"])
        self.write("text.db", "no database\n" * 1000)
        self.expect(self.quanhe("serve", "--graph", "text.db"), 4, ["quanhe: error: text.db: not a graph that quanhe wrote"])
        self.expect(self.quanhe("serve", "--port", "65536"), 2,
                    ["quanhe: error: --port: '65536' came, expected a whole number from 0 to 65535",
                     "help: 'quanhe serve --help' shows how it is used"])

    def test_the_browser_is_opened_without_a_shell(self):
        self.write("bin/xdg-open", '#!/bin/sh\nprintf %s "$*" > "$0.words.new" && mv "$0.words.new" "$0.words"\n').chmod(0o755)
        server = self.serve("--open", env={**os.environ, "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"})
        words = self.folder / "bin" / "xdg-open.words"
        end = time.monotonic() + 10
        while not words.exists() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(words.read_text(encoding="utf-8"), server.address.strip())
        self.assertEqual(server.stop()[0], 0)

    def test_without_a_browser_it_serves_all_the_same(self):
        server = self.serve("--open", env={**os.environ, "PATH": str(self.folder)})
        server.get("about")
        code, _, errors = server.stop()
        self.assertEqual((code, errors), (0, "quanhe: warning: cannot start xdg-open: No such file or directory\n"))

    def test_an_empty_graph(self):
        self.write("empty/none.txt", "Nothing is said here.\n")
        done = self.quanhe("build", "empty", "--rules", "pack", "--output", "void", "--no-export")
        self.assertEqual(done.returncode, 0, done.stderr)
        server = Served(self.folder, "void/graph.db")
        self.assertEqual(server.get("start"), {"nodes": [], "edges": []})
        self.assertEqual(server.get("search", q="a"), {"names": []})
        self.assertEqual(json.loads(server.request("/api/about")[2])["nodes"], 0)
        self.assertEqual(server.stop()[0], 0)


if __name__ == "__main__":
    main()
