"""A fresh build of the page gives the bytes that are in git."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "interop"))

import exported  # noqa: E402

LEAST_NODE = (20, 19)
SOURCES = exported.SOURCE / "src" / "explorer" / "web"
PAGE = exported.SOURCE / "src" / "export" / "page" / "index.html"

exported.need_program("node", "nodejs")
exported.need_program("npm", "npm")
version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
if tuple(int(part) for part in version.removeprefix("v").split(".")[:2]) < LEAST_NODE:
    exported.skip(f"Vite needs Node {'.'.join(map(str, LEAST_NODE))}, this is {version}")

with tempfile.TemporaryDirectory(prefix="quanhe-page-") as folder:
    copy = pathlib.Path(folder) / "src" / "explorer" / "web"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    environment = {name: value for name, value in os.environ.items() if name not in ("LSAN_OPTIONS", "TSAN_OPTIONS")}
    installed = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=copy, env=environment,
                               capture_output=True, text=True, timeout=500)
    if installed.returncode != 0:
        reason = (installed.stderr.strip().splitlines() or ["npm says nothing"])[-1]
        exported.skip(f"the page's libraries cannot be installed: {reason[:200]}")
    built = subprocess.run(["npm", "run", "build"], cwd=copy, env=environment, capture_output=True, text=True, timeout=300)
    exported.expect(built.returncode == 0, f"npm run build: {built.stdout[-1000:]}{built.stderr[-1000:]}")
    fresh = pathlib.Path(folder) / "src" / "export" / "page" / "index.html"
    exported.expect(fresh.read_bytes() == PAGE.read_bytes(), "src/export/page/index.html is not what its sources give")
print(f"{PAGE.stat().st_size} bytes, built anew by Node {version}")
