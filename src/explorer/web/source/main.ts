import "./picture/without_webgl";
import "./style/page.css";
import { App } from "./app";
import { findPath, openNode, replay } from "./actions";
import type { GraphFile } from "./data/columns";
import { EvidenceLines } from "./data/evidence_lines";
import { FileProvider } from "./data/file_provider";
import { ProviderError, type Provider } from "./data/provider";
import { ServerProvider } from "./data/server_provider";
import { forgetToken, takeToken } from "./data/token";
import { cameraIn, readAddress } from "./model/address";
import { firstView, type Language, type Theme } from "./model/view";
import { askForToken, sayFailure } from "./panels/token";
import { remembered } from "./settings";
import { Shell } from "./shell";
import { browserLanguage } from "./words/words";

function firstLanguage(): Language {
  const known = remembered("language");
  return known === "vi" || known === "en" ? known : browserLanguage();
}

function firstTheme(): Theme {
  const known = remembered("theme");
  return known === "light" || known === "dark" ? known : "auto";
}

function providerOfFile(data: Element): Provider {
  const file = JSON.parse(data.textContent ?? "") as GraphFile;
  const evidence = document.getElementById("quanhe-evidence");
  return new FileProvider(file, new EvidenceLines(() => evidence?.textContent ?? ""));
}

async function open(provider: Provider): Promise<void> {
  const address = location.hash.slice(1);
  const view = readAddress(address, firstView(firstLanguage(), firstTheme()));
  view.keys = remembered("keys") !== "no";
  const { selection } = view;
  const [about, first] = await Promise.all([provider.about(), provider.start()]);
  const app = new App(about, provider, view);
  app.put(first);
  await replay(app, view.steps);
  if (selection?.kind === "node" && !app.stage.nodes.has(selection.id)) await openNode(app, selection.id);
  app.change();
  new Shell(app).build(cameraIn(address));
  await findPath(app);
}

async function start(): Promise<void> {
  const data = document.querySelector("script#quanhe-graph");
  if (data) return open(providerOfFile(data));
  const token = takeToken();
  if (!token) return askForToken(firstLanguage(), null);
  try {
    await open(new ServerProvider(token));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.code !== "unauthorized") throw error;
    forgetToken();
    askForToken(firstLanguage(), error);
  }
}

// The page itself replaces its address without this event, so a person has given another one.
window.addEventListener("hashchange", () => location.reload());
document.documentElement.dataset["theme"] = firstTheme();
start().catch((error: unknown) => sayFailure(firstLanguage(), error));
