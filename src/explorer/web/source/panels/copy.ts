import type { App } from "../app";
import { el } from "./dom";

/** Copies a text; where the browser refuses, the text stands in a field below `beside`, chosen and ready to be copied. */
export async function copyText(app: App, text: string, beside: HTMLElement): Promise<void> {
  beside.querySelector(":scope > .copy")?.remove();
  try {
    await navigator.clipboard.writeText(text);
    app.say(app.words.copied);
  } catch {
    const field = el("textarea", { readonly: true, rows: 4, "aria-label": app.words.copy_yourself });
    field.value = text;
    beside.append(el("div", { class: "copy" }, el("p", {}, app.words.copy_yourself), field));
    field.focus();
    field.select();
  }
}
