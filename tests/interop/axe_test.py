"""axe finds nothing wrong with the SVG in Chromium, within a page and by itself, and the page runs nothing of ours."""

import html
import json
import re
import subprocess

import exported

exported.need_client("browser", "Chromium")
clients = exported.need_client("javascript", "axe")

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Graph</title></head><body><main>
<h1>Graph</h1>%s</main><script>%s</script><script>
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then(result => {
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify({violations: result.violations.map(v => [v.id, v.help, v.nodes.length]),
    passes: result.passes.map(v => v.id), alerts: window.alerts || 0,
    links: [...document.querySelectorAll("svg a")].length, nodes: document.querySelectorAll("svg g.entity").length});
  document.body.append(told);
});</script></body></html>"""

path = exported.folder(made_nodes=60)
nodes, _ = exported.counts(path)
svg = exported.export(path, "svg").read_text(encoding="utf-8")
picture = svg[svg.index("<svg "):]
axe = (clients / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
page = path / "page.html"
page.write_text(PAGE % ("<script>window.alert = () => { window.alerts = 1 + (window.alerts || 0); }</script>" + picture,
                        axe.replace("</script", "<\\/script")), encoding="utf-8")
done = subprocess.run(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
     "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", f"--user-data-dir={path / 'profile'}",
     "--virtual-time-budget=60000", "--dump-dom", page.as_uri()], capture_output=True, timeout=300)
found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode("utf-8"), re.DOTALL)
exported.expect(found, f"the page said nothing: {done.stderr.decode('utf-8', 'replace')[-1000:]}")
told = json.loads(html.unescape(found[1]))
exported.expect(not told["violations"], f"axe: {told['violations']}")
exported.expect("svg-img-alt" in told["passes"] and told["alerts"] == 0 and told["nodes"] == nodes, str(told))
print(f"{nodes} nodes, {told['links']} links, {len(told['passes'])} checks passed")
