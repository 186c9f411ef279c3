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
import { Picture } from "./picture/picture";
import { savePng, saveSvg } from "./picture/save";
import { remember } from "./settings";

const TABS: readonly Tab[] = ["picture", "nodes", "edges"];
const CAMERA_WAIT = 400;

/** The whole page in one language. It is made anew when the language changes. */
export class Shell {
  private picture: Picture | null = null;
  private readonly layout = new Layout();
  private listeners = new AbortController();

  constructor(
    private readonly app: App,
    private readonly canDraw: boolean,
  ) {}

  build(camera: CameraPlace | null): void {
    const { app } = this;
    this.picture?.kill();
    this.picture = null;
    app.camera = null;
    this.listeners.abort();
    this.listeners = new AbortController();
    app.dropListeners();
    const { words } = app;
    document.documentElement.lang = app.view.language;
    document.title = words.page_title(app.about.pack.name);
    this.applyTheme();

    const container = el("div", { id: "picture", class: "picture", tabindex: 0, role: "application", "aria-label": words.picture });
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
    if (!this.canDraw) container.replaceWith(el("p", { class: "no-picture", role: "alert" }, words.no_webgl));
    // A large picture takes its time; the rest of the page is there before it.
    else window.setTimeout(() => this.startPicture(container, camera));

    const keys = keyListener(app, {
      help: () => dialog.showModal(),
      expand: (id) => void expandAll(app, id, detail.card.relations),
      stepTime: (by) => time.step(by),
      zoom: (factor) => this.picture?.zoom(factor),
      pan: (x, y) => this.picture?.pan(x, y),
      fit: () => this.picture?.fit(),
    });
    document.addEventListener("keydown", keys, { signal: this.listeners.signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.picture?.follow(), {
      signal: this.listeners.signal,
    });
  }

  private startPicture(container: HTMLElement, camera: CameraPlace | null): void {
    const { app } = this;
    if (!container.isConnected) return;
    const picture = new Picture(app, container, this.layout);
    this.picture = picture;
    app.camera = picture;
    if (camera) picture.sigma.getCamera().setState(camera);
    let timer = 0;
    picture.sigma.getCamera().on("updated", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => app.writeAddress(), CAMERA_WAIT);
    });
    app.writeAddress();
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
      signButton("+", words.zoom_in, () => this.picture?.zoom(0.7)),
      signButton("−", words.zoom_out, () => this.picture?.zoom(1 / 0.7)),
      signButton("⤢", words.zoom_fit, () => this.picture?.fit()),
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
      savePng: () => {
        if (this.picture) void savePng(this.picture, `${name}.png`).then(() => app.say(app.words.saved(`${name}.png`)));
      },
      saveSvg: () => {
        if (!this.picture) return;
        saveSvg(app, this.picture, `${name}.svg`);
        app.say(app.words.saved(`${name}.svg`));
      },
      copyLink: (beside: HTMLElement) => void copyText(app, location.href, beside),
      setLanguage: (language: Language) => {
        remember("language", language);
        app.change((view) => void (view.language = language));
        this.build(this.picture?.place() ?? null);
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
