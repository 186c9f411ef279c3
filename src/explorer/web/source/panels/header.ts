import type { App } from "../app";
import type { Language, Theme } from "../model/view";
import { button, el, signButton } from "./dom";
import { searchField } from "./search";

export interface HeaderActions {
  help(): void;
  savePng(): void;
  saveSvg(): void;
  copyLink(beside: HTMLElement): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

function choice<Value extends string>(
  label: string,
  id: string,
  options: readonly (readonly [Value, string])[],
  value: Value,
  set: (value: Value) => void,
): HTMLElement {
  const select = el(
    "select",
    { id, "aria-label": label, title: label },
    ...options.map(([name, words]) => el("option", { value: name, selected: name === value }, words)),
  );
  select.addEventListener("change", () => {
    const chosen = options.find(([name]) => name === select.value);
    if (chosen) set(chosen[0]);
  });
  return select;
}

/** A button that opens a list of buttons; Escape or leaving it closes it. */
function keepMenu(app: App, canDraw: boolean, actions: HeaderActions): HTMLElement {
  const { words } = app;
  const close = (): void => {
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  };
  const act = (how: () => void) => (): void => {
    how();
    close();
  };
  const pictures = canDraw
    ? [button(words.keep_png, act(actions.savePng)), button(words.keep_svg, act(actions.saveSvg))]
    : [];
  const list = el(
    "div",
    { class: "menu-list", id: "keep-list", hidden: true },
    ...pictures,
    button(words.keep_link, () => actions.copyLink(list)),
  );
  const opener = button(
    words.keep,
    () => {
      list.hidden = !list.hidden;
      opener.setAttribute("aria-expanded", String(!list.hidden));
    },
    { "aria-expanded": "false", "aria-controls": "keep-list", id: "keep" },
  );
  const menu = el("div", { class: "menu" }, opener, list);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    event.stopPropagation();
    close();
    opener.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close();
  });
  return menu;
}

export function header(app: App, canDraw: boolean, actions: HeaderActions): HTMLElement {
  const { words, view, about } = app;
  return el(
    "header",
    {},
    el("h1", {}, el("span", { class: "brand" }, words.brand), el("span", { class: "pack" }, about.pack.name)),
    searchField(app),
    el(
      "div",
      { class: "settings" },
      keepMenu(app, canDraw, actions),
      choice<Language>(words.language, "language", [["vi", "Tiếng Việt"], ["en", "English"]], view.language, actions.setLanguage),
      choice<Theme>(
        words.theme,
        "theme",
        [["auto", words.theme_auto], ["light", words.theme_light], ["dark", words.theme_dark]],
        view.theme,
        actions.setTheme,
      ),
      signButton("?", words.help, actions.help, { id: "help-button" }),
    ),
  );
}
