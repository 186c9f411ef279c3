import type { App } from "./app";
import { expandAll } from "./actions";
import { keyListener } from "./keys";
import type { CameraPlace } from "./model/address";
import type { Language, Tab, Theme } from "./model/view";
import { copyText } from "./panels/copy";
import { details } from "./panels/details";
import { button, el, signButton } from "./panels/dom";
import { filterPanel } from "./panels/filters";
import { header } from "./panels/header";
import { helpDialog } from "./panels/help";
import { pathPanel } from "./panels/path";
import { statusLine } from "./panels/status";
import { edgeTable, nodeTable } from "./panels/tables";
import { timeline } from "./panels/timeline";
import { Layout } from "./picture/layout";
import { MANY_EDGES, Picture } from "./picture/picture";
import { savePng, saveSvg } from "./picture/save";
import { hasWebGL } from "./picture/without_webgl";
import { inPieces, quiet } from "./pieces";
import { remember } from "./settings";

const TABS: readonly Tab[] = ["picture", "nodes", "edges"];
const CAMERA_WAIT = 400;

/** The whole page in one language. It is made anew when the language changes. */
export class Shell {
  private picture: Picture | null = null;
  /** What a person wants of a picture that is not there yet. */
  private wishes: ((picture: Picture) => void)[] = [];
  private canDraw = true;
  private readonly layout = new Layout();
  private listeners = new AbortController();

  constructor(private readonly app: App) {}

  build(camera: CameraPlace | null): void {
    const { app } = this;
    this.picture?.kill();
    this.picture = null;
    this.wishes = [];
    app.camera = null;
    this.listeners.abort();
    this.listeners = new AbortController();
    app.dropListeners();
    const { words } = app;
    document.documentElement.lang = app.view.language;
    document.title = words.page_title(app.about.pack.name);
    this.applyTheme();

    const container = el("div", { id: "picture", class: "picture", tabindex: 0, role: "application", "aria-label": words.picture, "aria-busy": "true" });
    const line = statusLine(app);
    const time = timeline(app);
    const detail = details(app);
    const dialog = helpDialog(app);
    const main = el("main", {}, this.centre(container, time.element), detail.element);
    const filters = this.drawer();
    document.body.replaceChildren(el("div", { class: "page" }));
    const page = document.body.firstElementChild as HTMLElement;
    page.append(filters, main, line, dialog);
    detail.element.prepend(pathPanel(app));
    page.prepend(this.skipLink(), header(app, this.canDraw, this.headerActions(dialog)));
    if (this.canDraw) {
      app.camera = {
        place: () => this.picture?.place() ?? camera,
        goTo: (ids) => this.withPicture((picture) => picture.goTo(ids)),
      };
      // A large picture takes its time; the rest of the page is there before it.
      requestAnimationFrame(() => window.setTimeout(() => void this.startPicture(container, camera)));
    } else container.replaceWith(el("p", { class: "no-picture", role: "alert" }, words.no_webgl));

    const keys = keyListener(app, {
      help: () => dialog.showModal(),
      expand: (id) => void expandAll(app, id, detail.card.relations),
      stepTime: (by) => time.step(by),
      zoom: (factor) => this.withPicture((picture) => picture.zoom(factor)),
      pan: (x, y) => this.withPicture((picture) => picture.pan(x, y)),
      fit: () => this.withPicture((picture) => picture.fit()),
    });
    document.addEventListener("keydown", keys, { signal: this.listeners.signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.picture?.follow(), {
      signal: this.listeners.signal,
    });
  }

  private async startPicture(container: HTMLElement, camera: CameraPlace | null): Promise<void> {
    const { app } = this;
    // Starting what draws cannot be left off, and a large picture comes late in any case.
    if (app.stage.edges.size > MANY_EDGES) await quiet();
    if (!container.isConnected) return;
    if (!hasWebGL()) return this.doWithoutPicture();
    const picture = new Picture(app, container, this.layout);
    if (camera) picture.sigma.getCamera().setState(camera);
    if (!(await inPieces(picture.fill(), () => container.isConnected))) return picture.kill();
    this.picture = picture;
    container.setAttribute("aria-busy", "false");
    for (const wish of this.wishes.splice(0)) wish(picture);
    let timer = 0;
    picture.sigma.getCamera().on("updated", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => app.writeAddress(), CAMERA_WAIT);
    });
    app.writeAddress();
  }

  private doWithoutPicture(): void {
    this.canDraw = false;
    const { view } = this.app;
    if (view.tab === "picture") view.tab = "nodes";
    this.build(null);
  }

  /** Does something with the picture, as soon as it is there. */
  private withPicture(how: (picture: Picture) => void): void {
    if (this.picture) how(this.picture);
    else this.wishes.push(how);
  }

  private skipLink(): HTMLElement {
    return button(this.app.words.skip, () => document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus(), {
      class: "skip",
    });
  }

  /** On a wide screen the filters are always there, on a narrow one behind a button. */
  private drawer(): HTMLElement {
    const panel = filterPanel(this.app);
    const opener = button(
      this.app.words.filters_open,
      () => {
        const isOpen = panel.classList.toggle("open");
        opener.setAttribute("aria-expanded", String(isOpen));
      },
      { class: "drawer-opener", "aria-expanded": "false", "aria-controls": "filters" },
    );
    return el("div", { class: "drawer" }, opener, panel);
  }

  private centre(container: HTMLElement, time: HTMLElement): HTMLElement {
    const { app } = this;
    const { words } = app;
    const tables = { nodes: nodeTable(app), edges: edgeTable(app) };
    const zoom = el(
      "div",
      { class: "zoom" },
      signButton("+", words.zoom_in, () => this.withPicture((picture) => picture.zoom(0.7))),
      signButton("−", words.zoom_out, () => this.withPicture((picture) => picture.zoom(1 / 0.7))),
      signButton("⤢", words.zoom_fit, () => this.withPicture((picture) => picture.fit())),
    );
    zoom.hidden = !this.canDraw;
    const panels: Record<Tab, HTMLElement> = {
      picture: el("div", { class: "panel" }, container, zoom),
      nodes: el("div", { class: "panel" }, tables.nodes.element),
      edges: el("div", { class: "panel" }, tables.edges.element),
    };
    const names: Record<Tab, string> = { picture: words.tab_picture, nodes: words.tab_nodes, edges: words.tab_edges };
    const tabs = TABS.map((tab) =>
      button(names[tab], () => app.change((view) => void (view.tab = tab)), { role: "tab", id: `tab-${tab}`, "aria-controls": `panel-${tab}` }),
    );
    const list = el("div", { role: "tablist", class: "tabs", "aria-label": words.tabs }, ...tabs);
    list.addEventListener("keydown", (event) => {
      const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      const next = TABS[(TABS.indexOf(app.view.tab) + by + TABS.length) % TABS.length] ?? "picture";
      app.change((view) => void (view.tab = next));
      tabs[TABS.indexOf(next)]?.focus();
    });
    for (const tab of TABS) {
      for (const [name, value] of Object.entries({ role: "tabpanel", id: `panel-${tab}`, "aria-labelledby": `tab-${tab}` })) {
        panels[tab].setAttribute(name, value);
      }
    }
    const update = (): void => {
      const { tab } = app.view;
      TABS.forEach((each, i) => {
        tabs[i]?.setAttribute("aria-selected", String(each === tab));
        tabs[i]?.setAttribute("tabindex", each === tab ? "0" : "-1");
        panels[each].hidden = each !== tab;
      });
      if (tab !== "picture") tables[tab].draw();
    };
    app.listen(update);
    update();
    return el("div", { class: "centre" }, list, ...TABS.map((tab) => panels[tab]), time);
  }

  private headerActions(dialog: HTMLDialogElement) {
    const { app } = this;
    const name = `quanhe-${app.about.pack.name.replace(/[^a-z0-9]+/gi, "-")}`;
    return {
      help: () => dialog.showModal(),
      savePng: () =>
        this.withPicture((picture) => {
          void savePng(picture, `${name}.png`).then(() => app.say(app.words.saved(`${name}.png`)));
        }),
      saveSvg: () =>
        this.withPicture((picture) => {
          saveSvg(app, picture, `${name}.svg`);
          app.say(app.words.saved(`${name}.svg`));
        }),
      copyLink: (beside: HTMLElement) => void copyText(app, location.href, beside),
      setLanguage: (language: Language) => {
        remember("language", language);
        app.change((view) => void (view.language = language));
        this.build(app.camera?.place() ?? null);
        document.getElementById("language")?.focus();
      },
      setTheme: (theme: Theme) => {
        remember("theme", theme);
        app.view.theme = theme;
        this.applyTheme();
        app.change();
      },
    };
  }

  private applyTheme(): void {
    document.documentElement.dataset["theme"] = this.app.view.theme;
  }
}
