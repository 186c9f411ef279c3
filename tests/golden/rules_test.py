"""`quanhe rules test` passes on every pack in rules/."""

import os
import pathlib
import subprocess
import sys

packs = sorted(path.parent for path in (pathlib.Path(os.environ["QUANHE_SOURCE_DIR"]) / "rules").glob("*/pack.yaml"))
codes = [subprocess.run([os.environ["QUANHE"], "rules", "test", pack], check=False).returncode for pack in packs]
sys.exit(0 if packs and not any(codes) else 1)
