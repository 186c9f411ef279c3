"""A browser on the page of a graph, in the form that the second argument of the script names: `file` or `served`."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "interop"))

import exported  # noqa: E402
from exported import expect  # noqa: E402

exported.need_client("browser", "Chromium")
exported.use_python_clients("Playwright")
try:
    from playwright import sync_api
except ImportError:
    exported.skip("Playwright: not installed, run scripts/install-clients")

FORM = sys.argv[2] if len(sys.argv) > 2 else "file"
PICTURES = pathlib.Path(os.environ.get("QUANHE_BUILD_DIR", exported.SOURCE / "build")) / "explorer-pictures"
CHROMIUM = "/usr/bin/chromium"
SOFTWARE = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE = 60_000  # Milliseconds: the machine may have much else to do.


def address_in(line):
    found = re.search(r"http://\S+", line)
    expect(found, f"quanhe serve printed no address: {line!r}")
    return found[0]


@contextlib.contextmanager
def address(path, form=FORM):
    """Where the page over the graph in the folder `path` is."""
    if form == "file":
        yield exported.export(path, "html").as_uri()
        return
    server = subprocess.Popen([os.environ["QUANHE"], "serve", "--graph", str(path / "graph.db")], stdout=subprocess.PIPE,
                              text=True)
    try:
        yield address_in(server.stdout.readline())
    finally:
        server.terminate()
        server.wait(timeout=30)


class Watch:
    """What must not happen on a page: a message of an error, a dialog, a request to another place."""

    def __init__(self, page, where, forgiven):
        self.faults = []
        self.forgiven = forgiven
        self.home = urllib.parse.urlsplit(where).netloc
        page.on("console", lambda message: self.console(message))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.request(request))

    def console(self, message):
        if message.type in ("error", "warning") and not (self.forgiven and self.forgiven in message.text):
            self.faults.append(f"{message.type}: {message.text}")

    def request(self, request):
        parts = urllib.parse.urlsplit(request.url)
        if parts.scheme in ("blob", "data"):
            return
        if parts.netloc != self.home or parts.scheme not in ("http", "file"):
            self.faults.append(f"request: {request.url}")


class Reader:
    """A person before the page."""

    def __init__(self, page):
        self.page = page

    def counts(self):
        """How many nodes and edges are shown, as the page says."""
        text = self.page.locator("footer .counts").inner_text()
        numbers = [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d.,\u00a0]*", text)]
        nodes, edges = (numbers[0], numbers[2]) if text[0].isdigit() else (numbers[0], numbers[2])
        return nodes, edges

    def wait_counts(self, condition, what):
        for _ in range(300):
            if condition(*self.counts()):
                return self.counts()
            self.page.wait_for_timeout(100)
        expect(False, f"{what}: still {self.counts()}")

    def see(self, locator, what):
        try:
            locator.first.wait_for(timeout=PATIENCE)
        except sync_api.TimeoutError:
            self.picture("failed")
            expect(False, f"not seen: {what}")
        return locator.first

    def button(self, name, exact=True):
        return self.page.get_by_role("button", name=name, exact=exact)

    def details(self):
        return self.page.get_by_role("region", name=re.compile("^(Details|Chi tiết)$"))

    def search(self, text):
        """Types into the search field, and gives the list of what is found, once it answers all that was typed."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.locator("#found[aria-busy=false]").wait_for(state="attached")
        return self.page.get_by_role("listbox")

    def open_node(self, text, name):
        found = self.search(text)
        self.see(found.get_by_role("option", name=re.compile("^" + re.escape(name))), f"{name} among the found")
        self.page.keyboard.press("Enter")
        self.see(self.details().get_by_role("heading", name=name, level=2, exact=True), f"the card of {name}")

    def tab(self, name):
        self.page.get_by_role("tab", name=name, exact=True).click()

    def save(self, what):
        """Saves a picture from the menu; gives its bytes."""
        self.button("Keep").click()
        with self.page.expect_download() as download:
            self.button(what).click()
        return pathlib.Path(download.value.path()).read_bytes()

    def places(self):
        """Where nodes and edges are on the screen, by their titles, as the saved picture has them."""
        root = xml.etree.ElementTree.fromstring(self.save("Picture as SVG"))
        name = "{http://www.w3.org/2000/svg}"
        box = self.page.locator("#picture").bounding_box()
        nodes, edges = {}, {}
        for path in root.iter(f"{name}path"):
            title = path.find(f"{name}title")
            if title is None:
                continue
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d"))]
            if path.get("fill") == "none":
                ends, control = (numbers[0:2], numbers[4:6]), numbers[2:4]
                edges[title.text] = tuple(
                    (ends[0][i] + 2 * control[i] + ends[1][i]) / 4 + box["xy"[i]] for i in (0, 1))
            elif "a" in path.get("d"):
                nodes[title.text] = (numbers[0] + numbers[2] + box["x"], numbers[1] + box["y"])
            else:
                nodes[title.text] = (sum(numbers[0::2]) / (len(numbers) // 2) + box["x"],
                                     sum(numbers[1::2]) / (len(numbers) // 2) + box["y"])
        return nodes, edges

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}-{FORM}.png")


@contextlib.contextmanager
def browser(*arguments):
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*SOFTWARE, *arguments], timeout=PATIENCE)
        try:
            yield started
        finally:
            started.close()


@contextlib.contextmanager
def reading(opened, where, *, locale="en-US", colours="light", size=(1280, 800), motion="reduce", watched=True, forgiven="",
            **more):
    """A person before the page at `where`, in a window of their own; at the end nothing forbidden has happened. Messages
    with `forgiven` in them are no fault."""
    context = opened.new_context(locale=locale, color_scheme=colours, reduced_motion=motion, accept_downloads=True,
                                 viewport={"width": size[0], "height": size[1]}, **more)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch(page, where, forgiven)
    page.goto(where)
    reader = Reader(page)
    if watched:
        reader.see(page.get_by_role("tablist"), "the page")
    yield reader
    expect(not watch.faults, f"on {where.split('#')[0]}: {watch.faults[:5]}")
    context.close()


def run(abilities, **how):
    """Does each ability on a page of its own over the graph that the first argument names."""
    path = exported.folder(made_nodes=how.pop("made_nodes", 60))
    with address(path) as where, browser() as opened:
        for ability in abilities:
            with reading(opened, where, **how) as reader:
                ability(reader, path)
            print(f"{ability.__name__}: {ability.__doc__}")
