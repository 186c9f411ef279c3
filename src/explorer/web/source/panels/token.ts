import { keepToken } from "../data/token";
import { ProviderError } from "../data/provider";
import type { Language } from "../model/view";
import { wordsOfLanguage } from "../words/words";
import { el } from "./dom";

/** Asks for the token without which the server says nothing; a whole address will do. */
export function askForToken(language: Language, failure: ProviderError | null): void {
  const words = wordsOfLanguage(language);
  document.documentElement.lang = language;
  const field = el("input", { id: "token", name: "token", type: "text", autocomplete: "off", spellcheck: "false", required: true });
  const form = el(
    "form",
    { class: "token" },
    el("h1", {}, words.token_title),
    failure && el("p", { class: "failure", role: "alert" }, words.failed_unauthorized),
    el("p", {}, words.token_text),
    el("label", { for: "token" }, words.token_label),
    field,
    el("button", { type: "submit", class: "primary" }, words.token_open),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keepToken(field.value.trim().replace(/^.*#token=/, ""));
    location.reload();
  });
  document.body.replaceChildren(el("main", { class: "alone" }, form));
}

/** Says why there is no page. */
export function sayFailure(language: Language, error: unknown): void {
  const words = wordsOfLanguage(language);
  document.documentElement.lang = language;
  const text =
    error instanceof ProviderError
      ? error.code === "refused"
        ? words.failed_refused(error.message)
        : words[`failed_${error.code}`]
      : words.failed_page;
  document.body.replaceChildren(el("main", { class: "alone" }, el("h1", {}, words.brand), el("p", { class: "failure", role: "alert" }, text)));
  if (!(error instanceof ProviderError)) console.error(error);
}
