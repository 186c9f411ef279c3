import type { App } from "../app";
import { remember } from "../settings";
import { button, el } from "./dom";

/** What one can do, and with which keys; also where keys of one letter are turned off. */
export function helpDialog(app: App): HTMLDialogElement {
  const { words } = app;
  const keys: [string, string][] = [
    ["/", words.key_search],
    ["Esc", words.key_escape],
    ["1 2 3", words.key_tabs],
    ["e", words.key_expand],
    ["f", words.key_focus],
    ["p", words.key_pin],
    ["h", words.key_hide],
    ["[ ]", words.key_time],
    ["+ − 0", words.key_zoom],
    ["?", words.key_help],
  ];
  const letters = el("input", {
    type: "checkbox",
    onchange: () => {
      app.view.keys = letters.checked;
      remember("keys", letters.checked ? "yes" : "no");
    },
  });
  letters.checked = app.view.keys;
  const dialog = el(
    "dialog",
    { "aria-labelledby": "help-title", class: "help" },
    el("h2", { id: "help-title" }, words.help_title),
    el("ul", {}, ...[words.help_find, words.help_why, words.help_narrow, words.help_follow, words.help_keep].map((line) => el("li", {}, line))),
    el("h3", {}, words.help_keys),
    el("dl", { class: "keys" }, ...keys.map(([key, what]) => el("div", {}, el("dt", {}, ...key.split(" ").map((each) => el("kbd", {}, each))), el("dd", {}, what)))),
    el("label", { class: "letters" }, letters, words.help_letters),
    el("p", { class: "quiet" }, `quanhe ${app.about.program} · ${app.about.pack.name} ${app.about.pack.version} · ${app.about.pack.hash.slice(0, 12)}`),
    button(words.close, () => dialog.close(), { class: "primary" }),
  );
  return dialog;
}
