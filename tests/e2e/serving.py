"""A `quanhe serve` of a test, and requests to it, also such as no library would send."""

import http.client
import json
import pathlib
import re
import signal
import socket
import subprocess
import urllib.parse

from e2e import QUANHE


class Served:
    def __init__(self, folder, graph, *words, **options):
        self.process = subprocess.Popen([str(QUANHE), "serve", "--graph", str(graph), *map(str, words)], cwd=folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        self.address = self.process.stdout.readline().decode()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/#token=([0-9a-f]{32})\n", self.address)
        if not found:
            raise AssertionError((self.address, self.process.stderr.read().decode()))
        self.port, self.token = int(found[1]), found[2]
        self.host = f"127.0.0.1:{self.port}"

    def stop(self, way=signal.SIGTERM):
        """Exit code and what is on standard output and error besides the address."""
        self.process.send_signal(way)
        output, errors = self.process.communicate(timeout=30)
        self.process.stdin = self.process.stdout = self.process.stderr = None
        return self.process.returncode, output.decode(), errors.decode()

    def end(self):
        """For the end of a test, whichever way that came."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def request(self, target, method="GET", token=None, body=None, **headers):
        """Status, headers by their names in lower case, body. `token`: another one, or "" for none."""
        token = self.token if token is None else token
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = "Bearer " + token
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, target, body=body, headers=sent)
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        finally:
            connection.close()

    def get(self, path, **parameters):
        """The answer of the API to what is right."""
        target = "/api/" + path + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
        status, headers, body = self.request(target)
        if status != 200 or headers["content-type"] != "application/json":
            raise AssertionError((target, status, body))
        return json.loads(body)

    def error(self, target, **options):
        """Status and code of a refusal."""
        status, headers, body = self.request(target, **options)
        if headers["content-type"] != "application/json":
            raise AssertionError((target, status, headers))
        error = json.loads(body)["error"]
        if set(error) != {"code", "message"} or not error["message"]:
            raise AssertionError((target, error))
        return status, error["code"]

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def say(self, data):
        """All that the server answers to these bytes until it closes, or says nothing more."""
        with self.connect() as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                return read_all(connection)
            except (BrokenPipeError, ConnectionResetError):
                return b""

    def kilobytes(self):
        """What the process has in memory."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s*(\d+) kB", status)[1])


def read_all(connection):
    pieces = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)
