import type { App } from "../app";
import type { Quotation } from "../model/evidence";
import { quotationPieces, understandingsOf, type Mark, type Piece } from "../model/marks";
import type { GraphEdge } from "../model/graph";
import { confidenceText, statusWord, type Words } from "../words/words";
import { copyText } from "./copy";
import { button, el, nameText, shown, unseen } from "./dom";

export const MARKS: readonly Mark[] = ["trigger", "from", "to", "attribute", "antecedent"];

export const markWord = (words: Words, mark: Mark): string => words[`part_${mark}`];

const roleWord = (words: Words, role: string): string =>
  role === "trigger" || role === "from" || role === "to" ? markWord(words, role) : role;

/** Pieces of a text; a marked one is told apart by its line as well as its colour, and says its role to those who hear. */
function marked(words: Words, pieces: Piece[]): (HTMLElement | string)[] {
  return pieces.map(({ text, marks }) => {
    if (marks.length === 0) return text;
    const roles = marks.map((mark) => markWord(words, mark)).join(", ");
    return el("mark", { class: marks.map((mark) => `mark-${mark}`).join(" "), title: roles }, text, unseen(` (${roles}) `));
  });
}

export const isWebAddress = (url: string): boolean => {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
};

function dateText(words: Words, quotation: Quotation): string {
  const { date, date_basis: basis } = quotation.document;
  if (!date) return words.undated;
  return basis === "inferred" ? `${date} (${words.inferred})` : date;
}

export function citationOf(app: App, edge: { from: string; relation: string; to: string }, quotation: Quotation): string {
  const { document } = quotation;
  const { words } = app;
  const source = [document.title || document.id, dateText(words, quotation), isWebAddress(document.url) ? document.url : ""];
  return shown(
    `“${quotation.sentence.text}” — ${source.filter(Boolean).join(", ")}. [${app.edgeText(edge)}; ` +
      `${statusWord(words, quotation.status)}; ${words.confidence_of(confidenceText(app.view.language, quotation.confidence))}; ` +
      `${words.rule.toLowerCase()} ${quotation.rule}]`,
  );
}

function sourceLine(app: App, quotation: Quotation): HTMLElement {
  const { document } = quotation;
  const { words } = app;
  const title = nameText(document.title || document.id, "title");
  return el(
    "p",
    { class: "source" },
    isWebAddress(document.url)
      ? el("a", { href: document.url, target: "_blank", rel: "noopener noreferrer", title: words.read_source }, title, unseen(` — ${words.read_source}`))
      : title,
    el("span", { class: "source-facts" }, dateText(words, quotation), document.title ? nameText(document.id, "quiet") : null),
    document.source !== document.id && el("span", { class: "near-copy" }, words.near_copy(document.source)),
  );
}

function understood(app: App, quotation: Quotation): HTMLElement | null {
  const { words } = app;
  const items = understandingsOf(quotation).map(({ roles, words: said, via, meant }) =>
    el(
      "li",
      {},
      el("b", {}, roles.map((role) => roleWord(words, role)).join(", ")),
      ": ",
      said ? `“${shown(said)}”` : words.no_words,
      via && el("span", { class: "quiet" }, ` ${words.by(shown(via))}`),
      ...meant.flatMap(({ words: whom, context }) => [
        el("p", { class: "meant" }, said ? words.stands_for(shown(said), shown(whom.join(" + "))) : `→ ${shown(whom.join(" + "))}`),
        context && el("blockquote", { class: "context" }, ...marked(words, context)),
      ]),
    ),
  );
  return items.length > 0 ? el("div", { class: "understood" }, el("h4", {}, words.understood), el("ul", {}, ...items)) : null;
}

function facts(app: App, quotation: Quotation): HTMLElement {
  const { words } = app;
  const attributes = Object.entries(quotation.attributes).flatMap(([name, value]) =>
    [value].flat().map((each) => el("div", {}, el("dt", {}, name), el("dd", {}, nameText(each)))),
  );
  return el(
    "dl",
    { class: "facts" },
    el("div", {}, el("dt", {}, words.status), el("dd", {}, statusWord(words, quotation.status))),
    el("div", {}, el("dt", {}, words.confidence), el("dd", {}, confidenceText(app.view.language, quotation.confidence))),
    el("div", {}, el("dt", {}, words.rule), el("dd", {}, el("code", {}, quotation.rule))),
    ...attributes,
  );
}

/** The words behind an edge as a document has them, with what each part of them did. */
export function quotationView(app: App, edge: GraphEdge | { from: string; relation: string; to: string }, quotation: Quotation): HTMLElement {
  const item = el(
    "li",
    { class: "quotation" },
    sourceLine(app, quotation),
    el("blockquote", { lang: app.about.pack.language || false }, ...marked(app.words, quotationPieces(quotation))),
    understood(app, quotation),
    facts(app, quotation),
  );
  item.append(button(app.words.cite, () => void copyText(app, citationOf(app, edge, quotation), item), { class: "cite" }));
  return item;
}
