import type { App } from "../app";
import { openNode } from "../actions";
import type { FoundName } from "../model/card";
import { el, nameText, refill } from "./dom";
import { swatch } from "./swatch";

const MOST = 12;
const WAIT = 60;

/** The field in which names are found while they are typed: a combobox with a list of what was found. */
export function searchField(app: App): HTMLElement {
  const { words } = app;
  let found: FoundName[] = [];
  /** What `found` is the answer to. */
  let answered = "";
  let chosen = 0;
  let asked = 0;
  let timer = 0;

  const list = el("ul", { id: "found", role: "listbox", "aria-label": words.search_results, hidden: true });
  const note = el("p", { class: "found-note", role: "status", hidden: true });
  const input = el("input", {
    type: "search",
    id: "search",
    role: "combobox",
    placeholder: words.search_hint,
    "aria-label": words.search,
    "aria-controls": "found",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });

  /** Drops a question that is still open, so that its answer does not open the list again. */
  const close = (): void => {
    clearTimeout(timer);
    asked += 1;
    list.setAttribute("aria-busy", "false");
    list.hidden = true;
    note.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const open = (name: FoundName): void => {
    app.know([name]);
    close();
    input.value = "";
    input.blur();
    void openNode(app, name.id, true).then(() => {
      // By the time a server has answered, a person may be typing the next name.
      if (document.activeElement === document.body) document.getElementById("details-title")?.focus();
    });
  };

  const choose = (place: number): void => {
    chosen = (place + found.length) % Math.max(found.length, 1);
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    const option = list.children[chosen];
    if (!option) return;
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (): void => {
    refill(
      list,
      ...found.map((name, i) =>
        el(
          "li",
          { id: `found-${i}`, role: "option", "aria-selected": "false", onclick: () => open(name) },
          swatch(app.lookOf(name.type)),
          el(
            "span",
            { class: "found-name" },
            nameText(name.name),
            name.matched !== name.name && el("span", { class: "quiet" }, app.words.search_also(""), nameText(name.matched)),
          ),
          el("span", { class: "quiet" }, `${app.typeLabel(name.type)} · ${name.documents}`),
        ),
      ),
    );
    list.hidden = found.length === 0;
    note.hidden = false;
    note.textContent = found.length === 0 ? app.words.search_none : app.words.search_count(found.length);
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(0);
  };

  const ask = async (): Promise<void> => {
    const text = input.value;
    if (!text.trim()) return close();
    const number = ++asked;
    await app.attempt(async () => {
      const names = await app.provider.search(text, MOST);
      if (number !== asked) return;
      found = names;
      answered = text;
      show();
    });
    if (number === asked) list.setAttribute("aria-busy", String(input.value !== text));
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    list.setAttribute("aria-busy", "true");
    timer = window.setTimeout(() => void ask(), WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      const ready = input.value === answered && !list.hidden ? Promise.resolve() : ask();
      void ready.then(() => {
        const name = found[chosen];
        if (input.value.trim() && input.value === answered && name) open(name);
      });
    } else if (event.key === "Escape") {
      input.value = "";
      close();
    }
  });
  input.addEventListener("blur", () =>
    window.setTimeout(() => {
      if (document.activeElement !== input) close();
    }, 150),
  );

  return el("div", { class: "search", role: "search" }, input, el("kbd", { "aria-hidden": "true" }, "/"), list, note);
}
